package org.orders.domain.payment;

import org.orders.domain.shared.Refusal;

/** No gateway here takes this method of payment. */
public final class PaymentMethodUnavailable extends Refusal {

  private static final long serialVersionUID = 1L;

  public PaymentMethodUnavailable() {
    super(
        Kind.UNPROCESSABLE,
        "payment-method-unavailable",
        "This method of payment is not available.");
  }
}
