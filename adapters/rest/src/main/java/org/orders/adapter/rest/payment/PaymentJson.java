package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentState;
import org.orders.domain.payment.PaymentStatus;

/** A payment as callers see it. */
@RegisterForReflection
public record PaymentJson(
    UUID id,
    UUID orderId,
    BigDecimal amount,
    String currency,
    MethodJson method,
    PaymentStatus status,
    @Nullable String declineReason,
    BigDecimal refundedAmount,
    Instant createdAt,
    Instant updatedAt) {

  /** How it is paid. */
  @RegisterForReflection
  public record MethodJson(String type, @Nullable String brand, @Nullable String last4) {
    static MethodJson of(PaymentMethod method) {
      return switch (method) {
        case PaymentMethod.Invoice() -> new MethodJson("invoice", null, null);
        case PaymentMethod.Card(_, var card) -> new MethodJson("card", card.brand(), card.last4());
        case PaymentMethod.Token _ -> new MethodJson("token", null, null);
      };
    }
  }

  static PaymentJson of(Payment payment) {
    return new PaymentJson(
        payment.id().value(),
        payment.orderId().value(),
        payment.amount().amount(),
        payment.amount().currency().getCurrencyCode(),
        MethodJson.of(payment.method()),
        payment.status(),
        payment.state() instanceof PaymentState.Declined(_, var reason) ? reason.code() : null,
        payment.refundedAmount().amount(),
        payment.createdAt(),
        payment.updatedAt());
  }
}
