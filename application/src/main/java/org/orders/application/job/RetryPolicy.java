package org.orders.application.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When work that failed is tried again: each time twice as long after, up to a longest wait, each
 * wait shortened by up to a half by chance, so that those who failed together do not come back
 * together.
 *
 * @param first the wait after the first try
 * @param longest the longest wait
 * @param mostTries after how many tries it is given up
 */
public record RetryPolicy(Duration first, Duration longest, int mostTries) {

  /** For about two hours, at first after a second, at last every ten minutes. */
  public static final RetryPolicy USUAL =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(10), 20);

  /** For about a day and a half: longer than any gateway or carrier takes to know what it did. */
  public static final RetryPolicy UNTIL_KNOWN =
      new RetryPolicy(Duration.ofMillis(500), Duration.ofMinutes(10), 240);

  private static final int MOST_DOUBLINGS = 30;

  public RetryPolicy {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || mostTries < 1) {
      throw new IllegalArgumentException("no such policy");
    }
  }

  /**
   * How long to wait after a try.
   *
   * @param tries how many there were
   */
  public Duration waitAfter(int tries, RandomGenerator chance) {
    long longestMillis = longest.toMillis();
    long millis = first.toMillis();
    for (int doubling = 1;
        doubling < Math.min(tries, MOST_DOUBLINGS) && millis < longestMillis;
        doubling++) {
      millis *= 2;
    }
    millis = Math.min(millis, longestMillis);
    return Duration.ofMillis(millis - chance.nextLong(millis / 2 + 1));
  }
}
