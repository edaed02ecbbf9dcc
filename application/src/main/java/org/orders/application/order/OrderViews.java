package org.orders.application.order;

import java.time.Instant;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.shared.NotFound;

/** Finds orders for commands, as far as the actor may know of them. */
final class OrderViews {

  private final OrderRepository orders;
  private final OrderQueries queries;

  OrderViews(OrderRepository orders, OrderQueries queries) {
    this.orders = orders;
    this.queries = queries;
  }

  /**
   * The order, held until the transaction ends.
   *
   * @throws NotFound when there is none, or not for this actor
   */
  Order lock(OrderId id, Actor actor, Instant now) {
    return orders
        .lock(id)
        .filter(order -> order.isOpenTo(actor, now))
        .orElseThrow(OrderViews::none);
  }

  /** The order as callers see it at this point of the transaction. */
  OrderView view(OrderId id) {
    return queries.find(id).orElseThrow(OrderViews::none);
  }

  static NotFound none() {
    return new NotFound("order");
  }
}
