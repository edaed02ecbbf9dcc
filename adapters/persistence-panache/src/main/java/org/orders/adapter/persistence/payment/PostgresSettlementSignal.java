package org.orders.adapter.persistence.payment;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Announcements;
import org.orders.adapter.persistence.shared.Announcements.Channel;
import org.orders.adapter.persistence.shared.Announcements.Listener;
import org.orders.adapter.persistence.shared.Database;
import org.orders.application.payment.SettlementSignal;
import org.orders.domain.payment.PaymentId;

/**
 * Settlings of payments as notifications of the database: one connection of this replica listens
 * for all requests that wait here. Whenever it had to be made anew, all of them look for themselves
 * once, because something may have gone unheard meanwhile.
 */
@ApplicationScoped
public class PostgresSettlementSignal implements SettlementSignal {

  private final Database database;
  private final Announcements announcements;
  private final Map<UUID, Set<Waiter>> waiting = new ConcurrentHashMap<>();

  PostgresSettlementSignal(Database database, Announcements announcements) {
    this.database = database;
    this.announcements = announcements;
    announcements.subscribe(Channel.PAYMENT_SETTLED, new Heard());
  }

  @Override
  public void settled(PaymentId payment) {
    database.run(
        sql ->
            sql.query(
                "SELECT pg_notify(?, ?)::text AS nothing",
                row -> true,
                Channel.PAYMENT_SETTLED.id(),
                payment.value().toString()));
  }

  @Override
  public Listening listen(PaymentId payment) {
    Waiter waiter = new Waiter(payment.value());
    waiting.compute(
        payment.value(),
        (id, others) -> {
          Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(waiter);
          return all;
        });
    // Where nobody listens yet, the waiter is woken once somebody does.
    announcements.begin();
    return waiter;
  }

  private void wake(String payment) {
    @Nullable UUID id = uuidOrNull(payment);
    Set<Waiter> waiters = id == null ? null : waiting.get(id);
    if (waiters != null) {
      waiters.forEach(Waiter::wake);
    }
  }

  private void wakeAll() {
    waiting.values().forEach(waiters -> waiters.forEach(Waiter::wake));
  }

  private static @Nullable UUID uuidOrNull(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  @PreDestroy
  void end() {
    wakeAll();
  }

  /** Wakes whom it concerns. */
  private final class Heard implements Listener {

    @Override
    public void listening() {
      wakeAll();
    }

    @Override
    public void heard(String payment) {
      wake(payment);
    }
  }

  /** One request that waits. */
  private final class Waiter implements Listening {

    private final UUID payment;
    private final Semaphore woken = new Semaphore(0);

    Waiter(UUID payment) {
      this.payment = payment;
    }

    void wake() {
      woken.release();
    }

    @Override
    public void await(Duration atMost) {
      try {
        if (woken.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
          woken.drainPermits();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      waiting.computeIfPresent(
          payment,
          (id, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
