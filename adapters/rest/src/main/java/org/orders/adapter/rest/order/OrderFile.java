package org.orders.adapter.rest.order;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.csv.Cells;
import org.orders.application.order.OrderView;
import org.orders.domain.order.Order;
import org.orders.domain.payment.Payment;

/** Orders as a file, a row for each line of an order. */
final class OrderFile {

  static final List<String> COLUMNS =
      List.of(
          "number",
          "placedAt",
          "status",
          "customerId",
          "email",
          "sku",
          "name",
          "quantity",
          "unitPrice",
          "lineTotal",
          "totalAmount",
          "currency",
          "paymentStatus");

  /** Those that hold what people wrote. */
  static final Set<String> TEXTS = Set.of("email", "sku", "name");

  private OrderFile() {}

  /** The rows of an order. */
  static List<List<String>> rows(OrderView view) {
    Order order = view.order();
    @Nullable Payment payment = view.payment();
    return order.lines().items().stream()
        .map(
            item ->
                List.of(
                    order.number().value(),
                    order.placedAt().toString(),
                    order.status().name(),
                    order.customerId().value().toString(),
                    Cells.defused(order.contact().email().value()),
                    Cells.defused(item.sku().value()),
                    Cells.defused(item.name().value()),
                    Integer.toString(item.quantity()),
                    item.unitPrice().amount().toPlainString(),
                    item.lineTotal().amount().toPlainString(),
                    order.total().amount().toPlainString(),
                    order.total().currency().getCurrencyCode(),
                    payment == null ? "" : payment.status().name()))
        .toList();
  }
}
