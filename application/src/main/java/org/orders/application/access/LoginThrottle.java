package org.orders.application.access;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.orders.application.access.LoginAttempts.Counts;
import org.orders.application.shared.UnitOfWork;

/**
 * Makes guessing passwords slow without locking anybody out: failures from one address close that
 * address, failures from elsewhere only make the account's owner wait a little.
 */
final class LoginThrottle {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MAX_ON_ACCOUNT = 10;
  private static final int MAX_OF_ADDRESS = 200;
  private static final Duration DELAY_PER_FAILURE = Duration.ofMillis(250);
  private static final Duration MAX_DELAY = Duration.ofSeconds(5);

  /** Two replicas stay below the failures that close an address. */
  private static final int AT_ONCE = 4;

  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private final Turnstiles<Origin> turnstiles = new Turnstiles<>(AT_ONCE);
  private final LoginAttempts attempts;
  private final UnitOfWork work;
  private final Consumer<Duration> pause;

  /**
   * @param pause lets the calling thread wait
   */
  LoginThrottle(LoginAttempts attempts, UnitOfWork work, Consumer<Duration> pause) {
    this.attempts = attempts;
    this.work = work;
    this.pause = pause;
  }

  /**
   * Makes an attempt. It counts as failed until it succeeded, so that many at once are not more
   * than one after the other; hence only some at once, so that nobody who knows the password is
   * taken for one who guesses.
   *
   * @throws TooManyRequests after too many failures
   */
  <R> R attempt(String account, String address, Instant now, Supplier<R> verification) {
    return turnstiles.pass(
        new Origin(account, address),
        MAX_WAIT,
        () -> {
          begin(account, address, now);
          R result = verification.get();
          work.run(() -> attempts.succeed(account, address));
          return result;
        });
  }

  /** Who tries to come in, and from where. */
  private record Origin(String account, String address) {}

  private void begin(String account, String address, Instant now) {
    Counts counts = work.run(() -> attempts.begin(account, address, now, now.minus(WINDOW)));
    if (counts.fromHere() > MAX_ON_ACCOUNT || counts.ofAddress() > MAX_OF_ADDRESS) {
      throw new TooManyRequests(WINDOW);
    }
    Duration delay = DELAY_PER_FAILURE.multipliedBy(counts.fromElsewhere());
    if (!delay.isZero()) {
      pause.accept(delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay);
    }
  }
}
