package org.orders.domain.fulfilment;

/** The name of a shipment's state, as callers see it. */
public enum ShipmentStatus {
  /** Asked for; it has no label yet. */
  CREATED,
  /** It has a label and a tracking number, and is the carrier's from now on. */
  LABELLED,
  IN_TRANSIT,
  DELIVERED,
  /** No label can be had for it, or the carrier could not deliver it. */
  FAILED,
  /** It went back to its sender. */
  RETURNED,
  /** Given up before it left. */
  VOIDED
}
