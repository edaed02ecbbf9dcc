package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.orders.application.order.PreviewOrder;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.order.OrderItem;

/** What an order would hold and cost. */
@RegisterForReflection
public record PreviewJson(
    List<ItemJson> items, BigDecimal totalAmount, String currency, List<ShortageJson> shortages) {

  /** A line as it would be. */
  @RegisterForReflection
  public record ItemJson(
      UUID productId,
      String sku,
      String name,
      BigDecimal unitPrice,
      int quantity,
      BigDecimal lineTotal) {
    static ItemJson of(OrderItem item) {
      return new ItemJson(
          item.productId().value(),
          item.sku().value(),
          item.name().value(),
          item.unitPrice().amount(),
          item.quantity(),
          item.lineTotal().amount());
    }
  }

  /** A product of which there are not enough. */
  @RegisterForReflection
  public record ShortageJson(UUID productId, long requested, long available) {
    static ShortageJson of(Shortage shortage) {
      return new ShortageJson(
          shortage.product().value(), shortage.requested(), shortage.available());
    }
  }

  static PreviewJson of(PreviewOrder.Preview preview) {
    return new PreviewJson(
        preview.lines().items().stream().map(ItemJson::of).toList(),
        preview.lines().total().amount(),
        preview.lines().currency().getCurrencyCode(),
        preview.shortages().stream().map(ShortageJson::of).toList());
  }
}
