package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.UUID;
import org.orders.domain.order.OrderItem;

/** A line of an order as callers see it. */
@RegisterForReflection
public record OrderItemJson(
    UUID id,
    UUID productId,
    String sku,
    String name,
    BigDecimal unitPrice,
    int quantity,
    BigDecimal lineTotal) {

  static OrderItemJson of(OrderItem item) {
    return new OrderItemJson(
        item.id().value(),
        item.productId().value(),
        item.sku().value(),
        item.name().value(),
        item.unitPrice().amount(),
        item.quantity(),
        item.lineTotal().amount());
  }
}
