package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.payment.Refund;
import org.orders.domain.shared.Reason;

/** A refund as callers see it. */
@RegisterForReflection
public record RefundJson(
    UUID id,
    UUID paymentId,
    BigDecimal amount,
    String currency,
    Refund.Status status,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {

  static RefundJson of(Refund refund) {
    Reason reason = refund.reason();
    return new RefundJson(
        refund.id().value(),
        refund.paymentId().value(),
        refund.amount().amount(),
        refund.amount().currency().getCurrencyCode(),
        refund.status(),
        reason == null ? null : reason.value(),
        refund.createdAt(),
        refund.updatedAt());
  }
}
