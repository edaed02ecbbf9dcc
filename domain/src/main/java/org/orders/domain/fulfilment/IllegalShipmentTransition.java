package org.orders.domain.fulfilment;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** The shipment cannot go from the state it is in to the one that was asked for. */
public final class IllegalShipmentTransition extends Refusal {

  private static final long serialVersionUID = 1L;

  public IllegalShipmentTransition(ShipmentStatus from, ShipmentStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-transition",
        "A shipment that is " + from + " cannot become " + to + ".",
        Map.of("from", from.name(), "to", to.name()));
  }
}
