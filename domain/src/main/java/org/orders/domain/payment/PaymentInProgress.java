package org.orders.domain.payment;

import org.orders.domain.shared.Refusal;

/** An attempt to pay is open: its outcome is to be awaited. */
public final class PaymentInProgress extends Refusal {

  private static final long serialVersionUID = 1L;

  public PaymentInProgress() {
    super(
        Kind.CONFLICT,
        "payment-in-progress",
        "A payment is in progress; its outcome is not known.");
  }
}
