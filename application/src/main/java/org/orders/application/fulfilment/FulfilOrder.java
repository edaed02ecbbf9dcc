package org.orders.application.fulfilment;

import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.Pieces;
import org.orders.domain.shared.Reason;

/** Sends an order, or a part of it: a job has the carrier make the label. */
public interface FulfilOrder {

  /**
   * The shipment that is to be labelled. A wish that asks for nothing new answers the shipment that
   * it asked for before: the same pieces without a key, or all that is left when nothing is.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such order, or not for this actor
   * @throws org.orders.domain.fulfilment.UnknownCarrier when there is none of that name
   * @throws org.orders.domain.order.UnknownItem when the order has no such line
   * @throws org.orders.domain.order.IllegalTransition when it is unpaid, cancelled, or has left
   * @throws org.orders.domain.order.OnHold when somebody halted its fulfilment
   * @throws org.orders.domain.fulfilment.FulfilmentExceedsOrder when less is left
   */
  Outcome<Shipment> fulfil(Command command, Once<Shipment> once);

  /**
   * @param pieces what is in the parcel; nothing for all that is left
   * @param carrier nothing for the usual one
   * @param service nothing for the carrier's usual one
   */
  record Command(
      Actor actor,
      OrderId order,
      @Nullable Pieces pieces,
      @Nullable String carrier,
      @Nullable ServiceName service,
      @Nullable Reason reason,
      Precondition<OrderView> precondition) {}
}
