package org.orders.application.fulfilment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.orders.application.job.NewJob;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.ShipmentId;

/**
 * A label that somebody bought who was slow: its shipment has another one by now, or goes by
 * another carrier, or was given up and closed.
 */
record StrayLabel(ShipmentId shipment, String carrier, CarrierReference reference) {

  private static final int PARTS = 3;

  /** The job that sees to it, once for each label. */
  NewJob job() {
    String label = carrier + '\n' + reference.value();
    return new NewJob(
        VoidStrayLabelJob.TYPE,
        UUID.nameUUIDFromBytes(label.getBytes(StandardCharsets.UTF_8)).toString(),
        shipment.value() + "\n" + label,
        null);
  }

  static StrayLabel parse(String payload) {
    String[] parts = payload.split("\n", PARTS);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("not a label");
    }
    return new StrayLabel(
        new ShipmentId(UUID.fromString(parts[0])), parts[1], new CarrierReference(parts[2]));
  }
}
