package org.orders.domain.payment;

/** The name of a payment's state, as callers see it. */
public enum PaymentStatus {
  PENDING,
  AUTHORIZED,
  CAPTURED,
  DECLINED,
  VOIDED,
  REFUNDED,
  PARTIALLY_REFUNDED
}
