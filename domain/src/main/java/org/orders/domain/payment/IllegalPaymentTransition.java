package org.orders.domain.payment;

import org.orders.domain.shared.ImpossibleTransition;

/** The payment cannot go from the state it is in to the one that was asked for. */
public final class IllegalPaymentTransition extends ImpossibleTransition {

  private static final long serialVersionUID = 1L;

  public IllegalPaymentTransition(PaymentStatus from, PaymentStatus to) {
    super("A payment", from, to);
  }
}
