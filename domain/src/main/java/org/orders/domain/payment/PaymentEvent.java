package org.orders.domain.payment;

import java.time.Instant;
import org.orders.domain.shared.Money;

/** Something that happened to a payment and that its customer may hear of. */
public sealed interface PaymentEvent {

  Instant at();

  /** The money came. */
  record Captured(Instant at, Money amount) implements PaymentEvent {}

  /** The gateway declined. */
  record Declined(Instant at, DeclineReason reason) implements PaymentEvent {}

  /** Money went back. */
  record Refunded(Instant at, RefundId refund, Money amount) implements PaymentEvent {}

  /** Money did not go back; somebody has to see to it. */
  record RefundFailed(Instant at, RefundId refund, Money amount) implements PaymentEvent {}
}
