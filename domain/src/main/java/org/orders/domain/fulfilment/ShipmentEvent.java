package org.orders.domain.fulfilment;

import java.time.Instant;

/** Something that happened to a shipment and that its customer may hear of. */
public sealed interface ShipmentEvent {

  Instant at();

  /** It is the carrier's now. */
  record Shipped(Instant at) implements ShipmentEvent {}

  /** It arrived. */
  record Delivered(Instant at) implements ShipmentEvent {}
}
