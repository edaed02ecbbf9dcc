package org.orders.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Where claims and their answers are kept, for 24 hours or more. */
public interface IdempotencyStore {

  /** How things stand with a claim. */
  sealed interface Standing {

    /** Nobody used the key; it is held for this transaction. */
    record Free() implements Standing {}

    /** The same request was answered before. */
    record Answered(String answer) implements Standing {}

    /** Another request was answered under this key. */
    record Reused() implements Standing {}

    /** A request under this key is running at this moment. */
    record InFlight() implements Standing {}
  }

  /** Takes the claim for the present transaction, without waiting for anybody. */
  Standing claim(IdempotencyClaim claim);

  /**
   * Holds a free claim beyond the present transaction, or longer than before: until the time is
   * over, it is {@link Standing.InFlight} for everybody. Does nothing where another run holds it.
   *
   * @param run who holds it
   * @param time from now, by the store's clock
   */
  void hold(IdempotencyClaim claim, UUID run, Duration time);

  /** Ends a hold; nothing where the run does not hold the claim any more. */
  void release(IdempotencyClaim claim, UUID run);

  /** Keeps the answer beside the effect, in the present transaction. */
  void record(IdempotencyClaim claim, String answer, Instant at);

  /**
   * Forgets what was kept before the given time, a bounded number at once.
   *
   * @return how many were forgotten
   */
  int forgetBefore(Instant time, int max);
}
