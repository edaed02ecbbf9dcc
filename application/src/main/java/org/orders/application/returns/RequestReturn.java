package org.orders.application.returns;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.Pieces;
import org.orders.domain.returns.Return;
import org.orders.domain.shared.Reason;

/** Says that something of an order is to go back. */
public interface RequestReturn {

  /**
   * The return, which waits for the shop's word.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such order, or not for this actor
   * @throws org.orders.domain.order.UnknownItem when the order has no such line
   * @throws org.orders.domain.returns.ReturnExceedsDelivery when less arrived and is not on its way
   *     back
   */
  Outcome<Return> request(Command command, Once<Return> once);

  record Command(Actor actor, OrderId order, Pieces pieces, Reason reason) {}
}
