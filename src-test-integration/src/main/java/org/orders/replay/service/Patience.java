package org.orders.replay.service;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * When to ask again, and how long to wait before.
 *
 * <p>Asking again is safe because every writing request carries an idempotency key: had the first
 * one got through, its answer is replayed.
 */
final class Patience {

  /** Enough to sit out a restart of the service, even a slow one: more than a minute of pauses. */
  static final int ATTEMPTS = 12;

  /** Where nobody has ever answered, the service is not running, and waiting does not help. */
  static final int FIRST_ATTEMPTS = 3;

  /** An internal error that comes again is one of this request, and the others go on. */
  private static final int MISHAPS = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** Somebody is down; what they say about when they will be back is a guess. */
  private static final Set<Integer> OUTAGES = Set.of(502, 503, 504);

  private final InstantSource clock;

  Patience(InstantSource clock) {
    this.clock = clock;
  }

  /** The pause before another attempt, or nothing where this answer is final. */
  Optional<Duration> afterAnswer(Answer answer, int attempt) {
    boolean outage = OUTAGES.contains(answer.status());
    boolean passing =
        outage
            || answer.status() == 429
            || (answer.status() == 500 && attempt < MISHAPS)
            || (answer.status() == 409 && answer.problem().equals("idempotency-key-in-flight"));
    if (!passing) {
      return Optional.empty();
    }
    Duration own = pause(attempt);
    Duration asked = answer.header("Retry-After").flatMap(this::asked).orElse(own);
    return Optional.of(outage && asked.compareTo(own) < 0 ? own : asked);
  }

  /** The pause before another attempt where no answer came. */
  Duration afterSilence(int attempt) {
    return pause(attempt);
  }

  private static Duration pause(int attempt) {
    long doublings = Math.min(attempt - 1L, 6);
    return FIRST_PAUSE.multipliedBy(1L << doublings);
  }

  /** Retry-After is either seconds or a date. */
  private Optional<Duration> asked(String retryAfter) {
    try {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(retryAfter.strip()))));
    } catch (NumberFormatException noSeconds) {
      return until(retryAfter);
    }
  }

  private Optional<Duration> until(String date) {
    try {
      ZonedDateTime then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(bounded(Duration.between(clock.instant(), then.toInstant())));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration pause) {
    if (pause.isNegative()) {
      return Duration.ZERO;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
