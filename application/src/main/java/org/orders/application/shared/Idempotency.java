package org.orders.application.shared;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.orders.application.shared.IdempotencyStore.Standing;
import org.orders.application.shared.Once.Outcome;

/** Runs commands so that those with the same key take effect once. */
public final class Idempotency {

  private final IdempotencyStore store;
  private final InstantSource clock;

  public Idempotency(IdempotencyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Runs the work in the caller's transaction, or finds the answer it gave before.
   *
   * @throws IdempotencyKeyReused when another request was answered under the key
   * @throws IdempotencyKeyInFlight when a request under the key is running
   */
  public <R> Outcome<R> perform(Once<R> once, Supplier<R> work) {
    Optional<String> before = recall(once);
    if (before.isPresent()) {
      return new Outcome.Replayed<>(before.get());
    }
    R result = work.get();
    IdempotencyClaim claim = once.claim();
    if (claim != null) {
      store.record(claim, once.answer().apply(result), clock.instant());
    }
    return new Outcome.Done<>(result);
  }

  /**
   * The answer that was given under this key, where there is one.
   *
   * @throws IdempotencyKeyReused when another request was answered under the key
   * @throws IdempotencyKeyInFlight when a request under the key is running
   */
  public Optional<String> recall(Once<?> once) {
    IdempotencyClaim claim = once.claim();
    if (claim == null) {
      return Optional.empty();
    }
    return switch (store.claim(claim)) {
      case Standing.Free() -> Optional.empty();
      case Standing.Answered(var answer) -> Optional.of(answer);
      case Standing.Reused() -> throw new IdempotencyKeyReused();
      case Standing.InFlight() -> throw new IdempotencyKeyInFlight();
    };
  }
}
