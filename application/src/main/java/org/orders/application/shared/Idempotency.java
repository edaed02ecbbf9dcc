package org.orders.application.shared;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.orders.application.shared.IdempotencyStore.Standing;
import org.orders.application.shared.Once.Outcome;

/** Runs commands so that those with the same key take effect once. */
public final class Idempotency {

  /** How long a key is held for a command after its last sign of life. */
  public static final Duration HOLD = Duration.ofSeconds(30);

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
   * Begins a command that takes several transactions, and holds its key beyond the present one. It
   * is held for a while only, so that it is free again where the program dies.
   *
   * @param run a name of its own for this run of the command
   * @return the answer that was given before, where there is one; then nothing has begun
   * @throws IdempotencyKeyReused when another request was answered under the key
   * @throws IdempotencyKeyInFlight when a request under the key is running
   */
  public Optional<String> begin(Once<?> once, UUID run) {
    Optional<String> before = recall(once);
    if (before.isEmpty()) {
      goOn(once, run);
    }
    return before;
  }

  /** Holds the key of a command that goes on; to be said well before {@link #HOLD} is over. */
  public void goOn(Once<?> once, UUID run) {
    IdempotencyClaim claim = once.claim();
    if (claim != null) {
      store.hold(claim, run, HOLD);
    }
  }

  /**
   * Ends the command and keeps its answer, in the present transaction.
   *
   * @throws IdempotencyKeyInFlight when it took so long between two signs of life that somebody
   *     else has begun it anew
   */
  public <R> Outcome<R> conclude(Once<R> once, UUID run, R result) {
    breakOff(once, run);
    return perform(once, () -> result);
  }

  /** Ends the command without an answer; it may be begun again at once. */
  public void breakOff(Once<?> once, UUID run) {
    IdempotencyClaim claim = once.claim();
    if (claim != null) {
      store.release(claim, run);
    }
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
