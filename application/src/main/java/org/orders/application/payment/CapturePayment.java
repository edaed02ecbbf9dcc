package org.orders.application.payment;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;

/** Books the money of an invoice that came in. */
public interface CapturePayment {

  /**
   * The captured payment; booking twice answers the same.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   * @throws org.orders.domain.payment.IllegalPaymentTransition when it was given up
   */
  Outcome<Payment> capture(Command command, Once<Payment> once);

  record Command(Actor actor, PaymentId payment) {}
}
