package org.orders.application.fulfilment;

import java.time.Instant;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.shared.NotFound;

/** Finds orders for what is done beside them, as far as the actor may know of them. */
public final class OrderAccess {

  private final OrderRepository orders;
  private final OrderQueries queries;

  public OrderAccess(OrderRepository orders, OrderQueries queries) {
    this.orders = orders;
    this.queries = queries;
  }

  /**
   * The order.
   *
   * @throws NotFound when there is none, or not for this actor
   */
  public Order find(OrderId id, Actor actor, Instant now) {
    return orders.find(id).filter(order -> order.isOpenTo(actor, now)).orElseThrow(this::none);
  }

  /**
   * The order, held until the transaction ends.
   *
   * @throws NotFound when there is none, or not for this actor
   */
  public Order lock(OrderId id, Actor actor, Instant now) {
    return orders.lock(id).filter(order -> order.isOpenTo(actor, now)).orElseThrow(this::none);
  }

  /** Lets the order pass as callers see it, or refuses it. */
  public void check(Precondition<OrderView> precondition, Order order) {
    precondition.check(queries.find(order.id()).orElseThrow(this::none));
  }

  private NotFound none() {
    return new NotFound("order");
  }
}
