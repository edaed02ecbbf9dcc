package org.orders.application.fulfilment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.OrderId;

/**
 * Looks shipments up. Whoever may see an order may see its shipments; who may see labels is for
 * adapters to check by the role.
 */
public interface ReadShipments {

  /**
   * All shipments of the order, oldest first.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such order, or not for this actor
   */
  List<Shipment> list(Actor actor, OrderId order);

  /**
   * One shipment of the order.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  Shipment read(Actor actor, OrderId order, ShipmentId shipment);

  /**
   * How far a shipment has come.
   *
   * @param shipment nothing for the latest that has left
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   * @throws org.orders.domain.fulfilment.NotShipped when it has not left
   */
  Tracking track(Actor actor, OrderId order, @Nullable ShipmentId shipment);

  /**
   * The label of a shipment.
   *
   * @param shipment nothing for the latest that has one
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   * @throws org.orders.domain.fulfilment.NotShipped when it has no label
   */
  LabelDocument label(Actor actor, OrderId order, @Nullable ShipmentId shipment);
}
