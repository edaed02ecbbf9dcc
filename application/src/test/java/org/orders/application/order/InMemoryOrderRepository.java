package org.orders.application.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orders.application.inventory.InMemoryStockRepository;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.shared.ConcurrentChange;

/** Orders with their history in memory. */
public final class InMemoryOrderRepository implements OrderRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<OrderId, Order> orders;
  private final InMemoryTable<OrderId, List<OrderEvent>> history;
  private final InMemoryStockRepository stock;

  public InMemoryOrderRepository(InMemoryDatabase database, InMemoryStockRepository stock) {
    this.database = database;
    this.orders = database.table("orders");
    this.history = database.table("history");
    this.stock = stock;
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return orders.find(id);
  }

  @Override
  public Optional<Order> lock(OrderId id) {
    return orders.lock(id);
  }

  @Override
  public void save(OrderDecision decision) {
    if (!decision.changesAnything()) {
      return;
    }
    database.run(
        () -> {
          Order order = decision.order();
          boolean present =
              orders.lock(order.id()).filter(it -> it.version() == order.version()).isPresent();
          if (!present) {
            throw new ConcurrentChange();
          }
          write(decision, order.version() + 1);
        });
  }

  /** Writes a new order. */
  void add(OrderDecision decision) {
    write(decision, decision.order().version());
  }

  private void write(OrderDecision decision, long version) {
    Order order = decision.order();
    OrderEvent first = decision.events().getFirst();
    if (!decision.stock().isEmpty()) {
      stock.apply(
          decision.stock(),
          new Cause(decision.stockReason(), order.id(), first.actor(), first.at()));
    }
    orders.put(order.id(), versioned(order, version));
    List<OrderEvent> events = new ArrayList<>(history.find(order.id()).orElse(List.of()));
    events.addAll(decision.events());
    history.put(order.id(), List.copyOf(events));
  }

  private static Order versioned(Order order, long version) {
    return new Order(
        order.id(),
        order.number(),
        order.reference(),
        order.customerId(),
        order.state(),
        order.lines(),
        order.shippingAddress(),
        order.contact(),
        order.onHold(),
        order.managedBy(),
        order.placedAt(),
        order.updatedAt(),
        order.movedAt(),
        version);
  }
}
