package org.orders.domain.payment;

/** What is known of a refund. */
public sealed interface RefundOutcome {

  /** The money went back, exactly the amount that was asked for. Final. */
  record Succeeded() implements RefundOutcome {}

  /** Nothing went back, and nothing will under this key. Final. */
  record Failed(Reason reason) implements RefundOutcome {}

  /**
   * The gateway has made no such refund so far. It may be sent again under its key while the
   * gateway honours it.
   */
  record NotMade() implements RefundOutcome {}

  /** Nobody here knows, or the gateway is still at it. Ask later. */
  record Unknown() implements RefundOutcome {}

  /** Why a refund cannot be made: one vocabulary for all gateways. */
  enum Reason {
    /** More than was taken and not yet given back. */
    EXCEEDS_CHARGE,
    /** The gateway took no money by that name. */
    NOTHING_CAPTURED,
    /** The bank would not take the money back: the account is closed, say. */
    REJECTED_BY_BANK,
    OTHER
  }
}
