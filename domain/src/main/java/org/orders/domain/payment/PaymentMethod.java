package org.orders.domain.payment;

/** How a payment is made. */
public sealed interface PaymentMethod {

  /** On account: authorised by the shop's trust, captured when somebody books the transfer. */
  record Invoice() implements PaymentMethod {}
}
