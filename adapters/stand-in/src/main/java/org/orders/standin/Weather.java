package org.orders.standin;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How calls to a stand-in fare on their way.
 *
 * @param <C> the kinds of calls
 */
@FunctionalInterface
public interface Weather<C> {

  /** What the next call of that kind meets. */
  Turn turn(C call);

  /** What is met. */
  enum Turn {
    FAIR,
    /** The other side never hears of it. */
    REQUEST_LOST,
    /** The other side does it, and we never hear of that. */
    ANSWER_LOST
  }

  /**
   * The share of calls that are lost, half of them on the way there, half on the way back.
   *
   * @param setting where the rate comes from, for whoever has to correct it
   * @param failureRate from 0 (never) to 1 (always)
   */
  static <C> Weather<C> failing(String setting, double failureRate) {
    if (!(failureRate >= 0 && failureRate <= 1)) {
      throw new IllegalArgumentException(setting + " must be from 0 to 1, not " + failureRate);
    }
    return _ -> {
      double dice = ThreadLocalRandom.current().nextDouble();
      if (dice >= failureRate) {
        return Turn.FAIR;
      }
      return dice < failureRate / 2 ? Turn.REQUEST_LOST : Turn.ANSWER_LOST;
    };
  }
}
