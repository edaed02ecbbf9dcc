package org.orders.application.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.shared.NotFound;

/** Listens first and looks then, so that no settling falls between. */
final class AwaitPaymentHandler implements AwaitPayment {

  private final PaymentRepository payments;
  private final SettlementSignal signal;
  private final UnitOfWork work;
  private final InstantSource clock;

  AwaitPaymentHandler(
      PaymentRepository payments, SettlementSignal signal, UnitOfWork work, InstantSource clock) {
    this.payments = payments;
    this.signal = signal;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Payment await(PaymentId id, Duration atMost) {
    Instant end = clock.instant().plus(atMost);
    try (SettlementSignal.Listening listening = signal.listen(id)) {
      while (true) {
        Payment present = read(id);
        Duration left = Duration.between(clock.instant(), end);
        if (!present.isInProgress() || !left.isPositive()) {
          return present;
        }
        // Ends without a settling only when a settling may have gone unheard.
        listening.await(left);
      }
    }
  }

  private Payment read(PaymentId id) {
    return work.run(() -> payments.find(id)).orElseThrow(() -> new NotFound("payment"));
  }
}
