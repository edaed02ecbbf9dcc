package org.orders.application.payment;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.orders.domain.payment.PaymentId;

/** Settlings as those hear of them who wait in the same program. */
public final class LocalSettlementSignal implements SettlementSignal {

  private final Map<Semaphore, PaymentId> waiting = new ConcurrentHashMap<>();

  /** The payments that were announced. */
  public final Set<PaymentId> announced = ConcurrentHashMap.newKeySet();

  @Override
  public void settled(PaymentId payment) {
    announced.add(payment);
    waiting.forEach(
        (semaphore, id) -> {
          if (id.equals(payment)) {
            semaphore.release();
          }
        });
  }

  @Override
  public Listening listen(PaymentId payment) {
    Semaphore semaphore = new Semaphore(0);
    waiting.put(semaphore, payment);
    return new Listening() {
      @Override
      public void await(Duration atMost) {
        try {
          semaphore.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException end) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void close() {
        waiting.remove(semaphore);
      }
    };
  }
}
