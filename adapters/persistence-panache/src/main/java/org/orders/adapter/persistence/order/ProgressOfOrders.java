package org.orders.adapter.persistence.order;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.orders.adapter.persistence.fulfilment.ShipmentRow;
import org.orders.adapter.persistence.returns.ReturnRow;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.application.order.OrderProgress;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.Return;

/** The shipments and returns of some orders, by a number of statements that depends on nothing. */
record ProgressOfOrders(
    Map<OrderId, List<Shipment>> shipments, Map<OrderId, List<Return>> returns) {

  private static final ProgressOfOrders NONE = new ProgressOfOrders(Map.of(), Map.of());

  static ProgressOfOrders read(Sql sql, List<OrderRow> orders) throws SQLException {
    List<OrderId> candidates =
        orders.stream()
            .filter(order -> OrderProgress.isPossible(order.state().status()))
            .map(OrderRow::id)
            .toList();
    return candidates.isEmpty()
        ? NONE
        : new ProgressOfOrders(
            ShipmentRow.ofOrders(sql, candidates), ReturnRow.ofOrders(sql, candidates));
  }

  OrderProgress of(Order order) {
    return OrderProgress.isPossible(order.status())
        ? OrderProgress.of(
            new Fulfilment(order.lines(), shipments.getOrDefault(order.id(), List.of())),
            returns.getOrDefault(order.id(), List.of()))
        : OrderProgress.NONE;
  }
}
