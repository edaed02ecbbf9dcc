package org.orders.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Reason;

/**
 * Money on its way back to a customer, or there.
 *
 * @param id its key at the gateway
 * @param firstSentAt when the gateway was first asked for it; nothing before
 */
public record Refund(
    RefundId id,
    PaymentId paymentId,
    Money amount,
    Status status,
    @Nullable Reason reason,
    @Nullable Instant firstSentAt,
    Instant createdAt,
    Instant updatedAt) {

  /** What became of a refund. */
  public enum Status {
    PENDING,
    SUCCEEDED,
    FAILED
  }

  public static Refund request(
      RefundId id, PaymentId payment, Money amount, @Nullable Reason reason, Instant at) {
    return new Refund(id, payment, amount, Status.PENDING, reason, null, at, at);
  }

  public boolean isOpen() {
    return status == Status.PENDING;
  }

  /** The refund as the gateway is about to be asked for it; the first time counts. */
  public Refund send(Instant at) {
    return new Refund(
        id,
        paymentId,
        amount,
        status,
        reason,
        firstSentAt == null ? at : firstSentAt,
        createdAt,
        at);
  }

  /** The refund with its outcome, which is final. */
  public Refund settle(Status outcome, Instant at) {
    return isOpen()
        ? new Refund(id, paymentId, amount, outcome, reason, firstSentAt, createdAt, at)
        : this;
  }
}
