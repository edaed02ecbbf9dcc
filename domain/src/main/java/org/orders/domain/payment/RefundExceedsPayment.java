package org.orders.domain.payment;

import java.util.Map;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Refusal;

/** More would go back than came and is still here. */
public final class RefundExceedsPayment extends Refusal {

  private static final long serialVersionUID = 1L;

  public RefundExceedsPayment(Money refundable) {
    super(
        Kind.CONFLICT,
        "refund-exceeds-payment",
        "The refund is more than what is left of the payment.",
        Map.of(
            "refundable",
            refundable.amount(),
            "currency",
            refundable.currency().getCurrencyCode()));
  }
}
