package org.orders.domain.payment;

import java.time.Instant;
import org.orders.domain.shared.Money;

/** Where a payment stands, with the facts that exist only there. */
public sealed interface PaymentState {

  /** An attempt is open: not sent yet, or sent with an unknown outcome. */
  record Pending() implements PaymentState {}

  /** Promised on account; the goods may go. */
  record Authorized(Instant authorizedAt) implements PaymentState {}

  /**
   * The money is here, but for what went back.
   *
   * @param refunded what went back
   * @param refunding what is on its way back
   */
  record Captured(Instant capturedAt, Money refunded, Money refunding) implements PaymentState {}

  /** The last attempt was declined; another may follow. */
  record Declined(Instant declinedAt, DeclineReason reason) implements PaymentState {}

  /** Given up before any money came. */
  record Voided(Instant voidedAt) implements PaymentState {}
}
