package org.orders.domain.payment;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** The payment cannot go from the state it is in to the one that was asked for. */
public final class IllegalPaymentTransition extends Refusal {

  private static final long serialVersionUID = 1L;

  public IllegalPaymentTransition(PaymentStatus from, PaymentStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-transition",
        "A payment that is " + from + " cannot become " + to + ".",
        Map.of("from", from.name(), "to", to.name()));
  }
}
