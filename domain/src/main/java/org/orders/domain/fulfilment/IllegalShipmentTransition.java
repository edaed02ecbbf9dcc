package org.orders.domain.fulfilment;

import org.orders.domain.shared.ImpossibleTransition;

/** The shipment cannot go from the state it is in to the one that was asked for. */
public final class IllegalShipmentTransition extends ImpossibleTransition {

  private static final long serialVersionUID = 1L;

  public IllegalShipmentTransition(ShipmentStatus from, ShipmentStatus to) {
    super("A shipment", from, to);
  }
}
