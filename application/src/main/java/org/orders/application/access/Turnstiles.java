package org.orders.application.access;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets only some through at once for each key, in the order in which they came. Keys that nobody
 * waits for are forgotten.
 */
final class Turnstiles<K> {

  private final int atOnce;
  private final ConcurrentMap<K, Turnstile> byKey = new ConcurrentHashMap<>();

  Turnstiles(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Does something when it is this caller's turn.
   *
   * @throws TooManyRequests when that did not come within the time
   */
  <R> R pass(K key, Duration maxWait, Supplier<R> action) {
    Turnstile turnstile = byKey.compute(key, (_, known) -> entered(known));
    try {
      return turnstile.pass(maxWait, action);
    } finally {
      byKey.computeIfPresent(key, (_, known) -> known.left());
    }
  }

  private Turnstile entered(@Nullable Turnstile known) {
    Turnstile turnstile = known == null ? new Turnstile(new Semaphore(atOnce, true)) : known;
    turnstile.visitors++;
    return turnstile;
  }

  /** What one key's callers pass. The number of visitors changes under the map's lock alone. */
  private static final class Turnstile {

    private final Semaphore turns;
    private int visitors;

    Turnstile(Semaphore turns) {
      this.turns = turns;
    }

    @Nullable Turnstile left() {
      visitors--;
      return visitors == 0 ? null : this;
    }

    <R> R pass(Duration maxWait, Supplier<R> action) {
      take(maxWait);
      try {
        return action.get();
      } finally {
        turns.release();
      }
    }

    private void take(Duration maxWait) {
      try {
        if (!turns.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new TooManyRequests(Duration.ofSeconds(1));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TooManyRequests(Duration.ofSeconds(1));
      }
    }
  }
}
