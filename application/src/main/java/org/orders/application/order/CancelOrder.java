package org.orders.application.order;

import org.jspecify.annotations.Nullable;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Reason;

/** Gives an order up: its stock returns, its payment is released. */
public interface CancelOrder {

  /**
   * The cancelled order; cancelling twice answers the same.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   * @throws org.orders.domain.order.IllegalTransition when it was shipped
   */
  Outcome<OrderView> cancel(Command command, Once<OrderView> once);

  record Command(
      Actor actor, OrderId order, @Nullable Reason reason, Precondition<OrderView> precondition) {}
}
