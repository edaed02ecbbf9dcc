package org.orders.domain.fulfilment;

/** What is known of a label that is to be void. */
public sealed interface VoidOutcome {

  /** No label of this request can be used, now or ever. Final. */
  record Voided() implements VoidOutcome {}

  /**
   * Nothing has been bought so far, and this carrier cannot be told never to. It is final when
   * nothing has been sent for {@link ShippingCarrier#inFlight}; before that, ask again.
   */
  record NothingBought() implements VoidOutcome {}

  /** The carrier does not take the label back: it has the parcel, or the time is over. Final. */
  record TooLate() implements VoidOutcome {}

  /** Nobody here knows. Ask again: voiding twice does no harm. */
  record Unknown() implements VoidOutcome {}
}
