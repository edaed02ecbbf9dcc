package org.orders.application.access;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
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
   * Lets an attempt begin. It counts as failed until it succeeded, so that many at once are not
   * more than one after the other.
   *
   * @throws TooManyRequests after too many failures
   */
  void begin(String account, String address, Instant now) {
    Counts counts = work.run(() -> attempts.begin(account, address, now, now.minus(WINDOW)));
    if (counts.fromHere() > MAX_ON_ACCOUNT || counts.ofAddress() > MAX_OF_ADDRESS) {
      throw new TooManyRequests(WINDOW);
    }
    Duration delay = DELAY_PER_FAILURE.multipliedBy(counts.fromElsewhere());
    if (!delay.isZero()) {
      pause.accept(delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay);
    }
  }

  void succeed(String account, String address) {
    work.run(() -> attempts.succeed(account, address));
  }
}
