package org.orders.adapter.persistence.order;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orders.adapter.persistence.shared.FunctionCall;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlNull;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderItem;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.OrderLines;

/** A row of the table of order lines. */
record OrderLineRow(OrderId order, OrderItem item) {

  /** The lines of several orders, in one statement. */
  static Map<OrderId, OrderLines> ofOrders(Sql sql, Collection<OrderId> orders)
      throws SQLException {
    if (orders.isEmpty()) {
      return Map.of();
    }
    List<OrderLineRow> rows =
        sql.query(
            """
            SELECT l.order_id, l.id, l.product_id, l.sku, l.name, l.unit_price_minor, l.quantity,
                   o.currency
              FROM customer_order o JOIN order_line l ON l.order_id = o.id
              WHERE o.id = ANY (?) ORDER BY l.order_id, l.position
            """,
            OrderLineRow::read,
            SqlArray.ofUuids(List.copyOf(orders), OrderId::value));
    Map<OrderId, List<OrderItem>> items = new LinkedHashMap<>();
    rows.forEach(row -> items.computeIfAbsent(row.order, id -> new ArrayList<>()).add(row.item));
    Map<OrderId, OrderLines> lines = new LinkedHashMap<>();
    items.forEach((order, ofOrder) -> lines.put(order, new OrderLines(ofOrder)));
    return lines;
  }

  /** How many lines several orders have. */
  static Map<OrderId, Long> counts(Sql sql, Collection<OrderId> orders) throws SQLException {
    Map<OrderId, Long> counts = new HashMap<>();
    sql.query(
            "SELECT order_id, count(*) AS lines FROM order_line WHERE order_id = ANY (?)"
                + " GROUP BY order_id",
            row -> Map.entry(new OrderId(row.uuid("order_id")), row.number("lines")),
            SqlArray.ofUuids(List.copyOf(orders), OrderId::value))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  /** The arguments of a function that writes lines. */
  static void write(List<OrderItem> items, FunctionCall call) {
    call.with("p_line_ids", SqlArray.ofUuids(items, item -> item.id().value()))
        .with("p_line_products", SqlArray.ofUuids(items, item -> item.productId().value()))
        .with("p_line_skus", SqlArray.ofTexts(items, item -> item.sku().value()))
        .with("p_line_names", SqlArray.ofTexts(items, item -> item.name().value()))
        .with("p_line_unit_prices", SqlArray.ofLongs(items, item -> item.unitPrice().minorUnits()))
        .with("p_line_quantities", SqlArray.ofInts(items, OrderItem::quantity));
  }

  /** The arguments of a function that is to leave the lines as they are. */
  static void keep(FunctionCall call) {
    call.with("p_line_ids", SqlNull.UUID_ARRAY)
        .with("p_line_products", SqlNull.UUID_ARRAY)
        .with("p_line_skus", SqlNull.TEXT_ARRAY)
        .with("p_line_names", SqlNull.TEXT_ARRAY)
        .with("p_line_unit_prices", SqlNull.INT8_ARRAY)
        .with("p_line_quantities", SqlNull.INT4_ARRAY);
  }

  private static OrderLineRow read(SqlRow row) throws SQLException {
    return new OrderLineRow(
        new OrderId(row.uuid("order_id")),
        new OrderItem(
            new OrderItemId(row.uuid("id")),
            new ProductId(row.uuid("product_id")),
            new Sku(row.text("sku")),
            new ProductName(row.text("name")),
            row.money("unit_price_minor", "currency"),
            row.integer("quantity")));
  }
}
