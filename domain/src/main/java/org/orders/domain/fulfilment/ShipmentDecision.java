package org.orders.domain.fulfilment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a shipment: how it is now and what happened. It is saved as a whole or not
 * at all.
 *
 * @param changesAnything whether there is anything to save
 * @param label the label that came with the decision
 */
public record ShipmentDecision(
    Shipment shipment,
    boolean changesAnything,
    List<ShipmentEvent> events,
    @Nullable LabelDocument label) {

  public ShipmentDecision {
    events = List.copyOf(events);
  }

  /** The shipment stays as it is. */
  static ShipmentDecision none(Shipment shipment) {
    return new ShipmentDecision(shipment, false, List.of(), null);
  }

  static ShipmentDecision of(Shipment shipment, ShipmentEvent... events) {
    return new ShipmentDecision(shipment, true, List.of(events), null);
  }

  ShipmentDecision with(LabelDocument document) {
    return new ShipmentDecision(shipment, changesAnything, events, document);
  }
}
