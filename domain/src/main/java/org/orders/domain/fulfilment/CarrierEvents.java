package org.orders.domain.fulfilment;

import java.time.Instant;
import java.util.List;
import org.orders.domain.order.TrackingNumber;

/**
 * Where carriers' words are kept, also those that come before we know whose parcel they are about.
 * All methods take part in the caller's transaction.
 */
public interface CarrierEvents {

  /**
   * Holds what is told of the parcel until the transaction ends: who adds a word that belongs to no
   * shipment, and who records the number of a shipment, hold it, so that neither misses the other.
   */
  void hold(String carrier, TrackingNumber tracking);

  /**
   * Keeps the word, once.
   *
   * @return whether it is new
   */
  boolean add(String carrier, CarrierEvent event, Instant heardAt);

  /**
   * What the carrier told of the parcel, in the order in which it happened.
   *
   * @param since what was heard before is about an earlier parcel of the same number; it is our
   *     clock that decides, because carriers tell late and of times of their own
   */
  List<CarrierEvent> of(String carrier, TrackingNumber tracking, Instant since);
}
