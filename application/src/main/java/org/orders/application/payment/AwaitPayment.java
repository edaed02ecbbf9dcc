package org.orders.application.payment;

import java.time.Duration;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;

/** Waits for a payment to be settled. */
public interface AwaitPayment {

  /**
   * The payment as it is when it is settled, or when the time is over. Whoever asks has been shown
   * the payment before.
   */
  Payment await(PaymentId payment, Duration atMost);
}
