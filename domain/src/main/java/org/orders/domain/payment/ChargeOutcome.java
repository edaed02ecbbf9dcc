package org.orders.domain.payment;

/** What is known of a charge. */
public sealed interface ChargeOutcome {

  /** The money was taken, exactly the amount that was asked for. Final. */
  record Captured() implements ChargeOutcome {}

  /** Nothing was taken, and this attempt will never take anything. Final. */
  record Declined(DeclineReason reason) implements ChargeOutcome {}

  /**
   * Nothing has been taken so far; the gateway may not even have heard of the attempt. Another
   * attempt may be opened once {@link PaymentGateway#close} has said the same, because a request
   * that is still on its way could take the money after all.
   *
   * @param why what to tell the customer when no further attempt is made
   */
  record NotTaken(DeclineReason why) implements ChargeOutcome {}

  /**
   * Nobody here knows: a time-out, a broken connection, an answer that makes no sense. Ask later.
   */
  record Unknown() implements ChargeOutcome {}
}
