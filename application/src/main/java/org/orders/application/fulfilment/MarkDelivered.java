package org.orders.application.fulfilment;

import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Reason;

/** Writes down that a shipment arrived, or all of an order. */
public interface MarkDelivered {

  /**
   * The shipment, or the order's latest, which arrived; saying so twice answers the same.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such order or shipment, or not for
   *     this actor
   * @throws org.orders.domain.fulfilment.IllegalShipmentTransition when the shipment is not under
   *     way
   * @throws org.orders.domain.order.IllegalTransition when the order is not
   */
  Outcome<Shipment> deliver(Command command, Once<Shipment> once);

  /**
   * @param shipment nothing for all of the order
   */
  record Command(
      Actor actor,
      OrderId order,
      @Nullable ShipmentId shipment,
      @Nullable Reason reason,
      Precondition<OrderView> precondition) {}
}
