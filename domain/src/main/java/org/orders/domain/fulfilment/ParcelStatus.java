package org.orders.domain.fulfilment;

/**
 * Where a parcel is, in a carrier's own words made one vocabulary; in the order of a good journey.
 */
public enum ParcelStatus {
  /** The carrier knows of the parcel and does not have it yet. */
  ANNOUNCED,
  /** The carrier has it. */
  ACCEPTED,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  /** It waits to be fetched by the recipient. */
  READY_FOR_PICKUP,
  DELIVERED,
  /** It could not be delivered, is lost or broken; a later try may still succeed. */
  FAILED,
  /** It is on its way back to the sender, or there. */
  RETURNED
}
