package org.orders.application.order;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.Reason;

/** What an administrator does to an order by hand, by the same rules as everybody else. */
public interface AdministerOrder {

  /**
   * The order as changed; all of the command happens, or nothing.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   * @throws org.orders.domain.order.IllegalTransition when the state machine has no such step
   * @throws org.orders.domain.order.OnHold when it would be fulfilled although it is halted
   * @throws org.orders.domain.shared.InvalidValue for a tracking number that comes with no
   *     hand-over
   * @throws org.orders.application.access.UnknownUser when the one to be in charge is not there
   */
  Outcome<OrderView> administer(Command command, Once<OrderView> once);

  /**
   * What is empty stays.
   *
   * @param status the state to be in: one step from the present one, or that one itself
   * @param trackingNumber of a hand-over without a carrier's label
   */
  record Command(
      Actor actor,
      OrderId order,
      Optional<OrderStatus> status,
      @Nullable TrackingNumber trackingNumber,
      Optional<Boolean> onHold,
      Optional<UserId> managedBy,
      Optional<Address> shippingAddress,
      Optional<Reason> note,
      @Nullable Reason reason,
      Precondition<OrderView> precondition) {}
}
