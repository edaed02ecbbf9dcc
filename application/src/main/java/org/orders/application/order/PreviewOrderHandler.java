package org.orders.application.order;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.OrderPlacements.Freshness;
import org.orders.application.shared.IdGenerator;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderItem;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;

/** Decides as placing does, on fresh knowledge, and writes nothing. */
final class PreviewOrderHandler implements PreviewOrder {

  private final OrderPlacements placements;
  private final StockRepository stock;
  private final IdGenerator ids;
  private final InstantSource clock;

  PreviewOrderHandler(
      OrderPlacements placements, StockRepository stock, IdGenerator ids, InstantSource clock) {
    this.placements = placements;
    this.stock = stock;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Preview preview(PlaceOrder.Command command) {
    Basis basis =
        placements.read(
            Buyers.knownId(command.buyer()),
            command.basket().quantities().keySet(),
            Freshness.FRESH);
    Buyers.buyer(command, Buyers.newGuest(command.buyer(), ids, clock.instant()), basis);
    OrderLines lines =
        OrderLines.sell(command.basket(), basis.products(), () -> new OrderItemId(ids.next()));
    ExpectedTotal.require(command.expectedTotal(), lines.total());
    return new Preview(lines, shortages(lines));
  }

  private List<Shortage> shortages(OrderLines lines) {
    Map<ProductId, Stock> there =
        stock.read(lines.items().stream().map(OrderItem::productId).toList()).stream()
            .collect(Collectors.toMap(Stock::product, Function.identity()));
    return lines.items().stream()
        .map(item -> new Shortage(item.productId(), item.quantity(), available(there, item)))
        .filter(wanted -> wanted.available() < wanted.requested())
        .toList();
  }

  private static long available(Map<ProductId, Stock> there, OrderItem item) {
    Stock found = there.get(item.productId());
    return found == null ? 0 : found.available();
  }
}
