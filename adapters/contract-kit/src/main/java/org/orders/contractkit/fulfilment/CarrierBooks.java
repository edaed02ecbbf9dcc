package org.orders.contractkit.fulfilment;

import java.util.List;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.TrackingNumber;

/** What the carrier itself has sold, seen from its own side and not through the adapter. */
public interface CarrierBooks {

  /** Every label it sold for the shipment, void or not. */
  List<Sold> labels(ShipmentId shipment);

  /**
   * A label that was sold.
   *
   * @param voidings how often the carrier booked that it is void
   */
  record Sold(TrackingNumber tracking, int voidings) {}
}
