package org.orders.application.payment;

import java.time.Duration;
import org.orders.domain.payment.PaymentId;

/** How requests that wait for a payment hear that it is settled, on whatever replica it was. */
public interface SettlementSignal {

  /** Announces, once the present transaction commits, that the payment is settled. */
  void settled(PaymentId payment);

  /** Begins to listen for a payment; what is announced from now on is not missed. */
  Listening listen(PaymentId payment);

  /** Somebody's waiting for one payment. */
  interface Listening extends AutoCloseable {

    /**
     * Waits until the payment is announced, or the time is over, or a settling may have gone
     * unheard, so that the payment is to be looked at.
     */
    void await(Duration atMost);

    @Override
    void close();
  }
}
