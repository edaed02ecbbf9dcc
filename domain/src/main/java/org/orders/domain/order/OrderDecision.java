package org.orders.domain.order;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.orders.domain.inventory.StockChange;

/**
 * What was decided about an order: how it is now, what happened, and what that does to stock. It is
 * saved as a whole or not at all.
 *
 * @param stock at most one change a product
 * @param stockReason why stock changes, for the ledger
 */
public record OrderDecision(
    Order order, List<OrderEvent> events, List<StockChange> stock, String stockReason) {

  public OrderDecision {
    events = List.copyOf(events);
    stock = List.copyOf(stock);
  }

  /** The order stays as it is, and nothing is to be saved. */
  public static OrderDecision none(Order order) {
    return new OrderDecision(order, List.of(), List.of(), "");
  }

  static OrderDecision of(Order order, OrderEvent event) {
    return new OrderDecision(order, List.of(event), List.of(), "");
  }

  OrderDecision withStock(List<StockChange> changes, String reason) {
    return new OrderDecision(order, events, changes, reason);
  }

  /** This decision and a further one about the order that comes of it. */
  public OrderDecision then(Function<Order, OrderDecision> further) {
    OrderDecision next = further.apply(order);
    if (!stock.isEmpty() && !next.stock.isEmpty()) {
      throw new IllegalStateException("one decision moves stock at most once");
    }
    return new OrderDecision(
        next.order,
        Stream.concat(events.stream(), next.events.stream()).toList(),
        stock.isEmpty() ? next.stock : stock,
        stock.isEmpty() ? next.stockReason : stockReason);
  }

  public boolean changesAnything() {
    return !events.isEmpty();
  }
}
