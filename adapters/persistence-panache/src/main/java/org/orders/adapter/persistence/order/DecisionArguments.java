package org.orders.adapter.persistence.order;

import org.orders.adapter.persistence.inventory.StockStatement;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.FunctionCall;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderEvent;

/** What the functions that write decisions have in common: order, events and stock. */
final class DecisionArguments {

  private DecisionArguments() {}

  static void write(OrderDecision decision, StockStatement stock, FunctionCall call) {
    OrderEvent first = decision.events().getFirst();
    ActorColumns actor = ActorColumns.of(first.actor());
    call.withJson("p_order", OrderRow.json(decision.order()))
        .withJson("p_events", OrderEventRow.json(decision))
        .with("p_stock_products", stock.products())
        .with("p_stock_available", stock.available())
        .with("p_stock_reserved", stock.reserved())
        .with("p_stock_reason", decision.stockReason())
        .with("p_actor_type", actor.type())
        .with("p_actor_id", actor.id())
        .with("p_at", first.at());
  }
}
