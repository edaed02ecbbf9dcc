package org.orders.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToIntBiFunction;
import org.orders.application.access.LoginAttempts;
import org.orders.application.access.PasswordResetRepository;
import org.orders.application.access.SessionRepository;

/**
 * Forgets answers, sessions, failed log-ins and wishes for other passwords once nobody can ask for
 * them any more.
 */
public final class Retention {

  /** Answers are promised for 24 hours. */
  private static final Duration ANSWERS = Duration.ofHours(48);

  private static final Duration SESSIONS = Duration.ofDays(1);
  private static final Duration LOGIN_ATTEMPTS = Duration.ofHours(1);
  private static final Duration PASSWORD_RESETS = Duration.ofHours(2);

  /** Small steps, so that no lock and no snapshot is held for long. */
  private static final int STEP = 1_000;

  private final IdempotencyStore answers;
  private final SessionRepository sessions;
  private final LoginAttempts attempts;
  private final PasswordResetRepository resets;
  private final UnitOfWork work;
  private final InstantSource clock;

  public Retention(
      IdempotencyStore answers,
      SessionRepository sessions,
      LoginAttempts attempts,
      PasswordResetRepository resets,
      UnitOfWork work,
      InstantSource clock) {
    this.answers = answers;
    this.sessions = sessions;
    this.attempts = attempts;
    this.resets = resets;
    this.work = work;
    this.clock = clock;
  }

  /** Forgets everything that is old enough, each step in a transaction of its own. */
  public void forget() {
    forget(ANSWERS, answers::forgetBefore);
    forget(SESSIONS, sessions::forgetBefore);
    forget(LOGIN_ATTEMPTS, attempts::forgetBefore);
    forget(PASSWORD_RESETS, resets::forgetBefore);
  }

  private void forget(Duration kept, ToIntBiFunction<Instant, Integer> step) {
    Instant horizon = clock.instant().minus(kept);
    while (work.run(() -> step.applyAsInt(horizon, STEP)) == STEP) {
      // There may be more.
    }
  }
}
