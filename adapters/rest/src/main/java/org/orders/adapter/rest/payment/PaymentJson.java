package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentMethod;
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
    BigDecimal refundedAmount,
    Instant createdAt,
    Instant updatedAt) {

  /** How it is paid. */
  @RegisterForReflection
  public record MethodJson(String type) {
    static MethodJson of(PaymentMethod method) {
      return switch (method) {
        case PaymentMethod.Invoice() -> new MethodJson("invoice");
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
        payment.refundedAmount().amount(),
        payment.createdAt(),
        payment.updatedAt());
  }
}
