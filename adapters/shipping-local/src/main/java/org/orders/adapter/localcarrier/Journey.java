package org.orders.adapter.localcarrier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.orders.adapter.localcarrier.Books.Due;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.ParcelStatus;

/**
 * The journey that the built-in carrier's parcels pretend to make.
 *
 * @param city where parcels are handed in
 * @param step from one scan to the next
 */
record Journey(String city, Duration step) {

  private record Scan(ParcelStatus status, String detail) {}

  private static final List<Scan> SCANS =
      List.of(
          new Scan(ParcelStatus.ACCEPTED, "Accepted by the carrier"),
          new Scan(ParcelStatus.IN_TRANSIT, "On its way"),
          new Scan(ParcelStatus.OUT_FOR_DELIVERY, "Out for delivery"),
          new Scan(ParcelStatus.DELIVERED, "Delivered"));

  /** What there is to tell of the scan that is due; told again, it is the same event. */
  CarrierEvent event(Due due) {
    Scan scan = SCANS.get(due.scans());
    return new CarrierEvent(
        "scan-" + due.tracking().value() + "-" + due.scans(),
        due.tracking(),
        null,
        scan.status(),
        due.at(),
        due.scans() == 0 ? city : null,
        scan.detail(),
        null);
  }

  /** How long after this scan the next one is due; none after the last. */
  Optional<Duration> next(Due due) {
    return due.scans() + 1 < SCANS.size() ? Optional.of(step) : Optional.empty();
  }
}
