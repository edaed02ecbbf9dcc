package org.orders.application.order;

import java.time.Instant;
import java.util.Optional;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.shared.NotFound;

/**
 * Finds orders as far as the actor may know of them: what is not open to them is as if it were not
 * there.
 */
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
    return open(orders.find(id), actor, now).orElseThrow(OrderAccess::none);
  }

  /**
   * The order, held until the transaction ends.
   *
   * @throws NotFound when there is none, or not for this actor
   */
  public Order lock(OrderId id, Actor actor, Instant now) {
    return open(orders.lock(id), actor, now).orElseThrow(OrderAccess::none);
  }

  /** Whether there is such an order for this actor, and so what belongs to it. */
  public boolean isOpen(OrderId id, Actor actor, Instant now) {
    return open(orders.find(id), actor, now).isPresent();
  }

  private static Optional<Order> open(Optional<Order> found, Actor actor, Instant now) {
    return found.filter(order -> order.isOpenTo(actor, now));
  }

  /** Lets the order pass as callers see it, or refuses it. */
  public void check(Precondition<OrderView> precondition, Order order) {
    precondition.check(view(order.id()));
  }

  /** The order as callers see it at this point of the transaction. */
  OrderView view(OrderId id) {
    return queries.find(id).orElseThrow(OrderAccess::none);
  }

  static NotFound none() {
    return new NotFound("order");
  }
}
