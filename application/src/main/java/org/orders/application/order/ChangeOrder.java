package org.orders.application.order;

import java.util.Optional;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Basket;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Address;

/** Gives an order other lines or another destination; what is empty in the command stays. */
public interface ChangeOrder {

  /**
   * The order as changed.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   * @throws org.orders.domain.order.IllegalTransition when its state does not allow the change
   * @throws org.orders.domain.inventory.InsufficientStock with all products that are short
   */
  Outcome<OrderView> change(Command command, Once<OrderView> once);

  record Command(
      Actor actor,
      OrderId order,
      Optional<Basket> basket,
      Optional<Address> shippingAddress,
      Precondition<OrderView> precondition) {}
}
