package org.orders.adapter.localcarrier;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How the calls to the built-in carrier fare on their way. */
@FunctionalInterface
interface Weather {

  /** What the next call of that kind meets. */
  Turn turn(Call call);

  /** What is called. */
  enum Call {
    PREPARE,
    BUY,
    LOOK_UP,
    VOID
  }

  /** What is met. */
  enum Turn {
    FAIR,
    /** The carrier never hears of it. */
    REQUEST_LOST,
    /** The carrier does it, and we never hear of that. */
    ANSWER_LOST
  }

  /**
   * The share of calls that are lost, half of them on the way there, half on the way back.
   *
   * @param failureRate from 0 (never) to 1 (always)
   */
  static Weather failing(double failureRate) {
    if (!(failureRate >= 0 && failureRate <= 1)) {
      throw new IllegalArgumentException(
          "orders.shipping.local.failure-rate must be from 0 to 1, not " + failureRate);
    }
    return _ -> {
      double dice = ThreadLocalRandom.current().nextDouble();
      if (dice >= failureRate) {
        return Turn.FAIR;
      }
      return dice < failureRate / 2 ? Turn.REQUEST_LOST : Turn.ANSWER_LOST;
    };
  }

  /** Waits half of a delay. False where the caller would not wait that long. */
  static boolean waitHalfOf(Duration delay) {
    if (delay.isZero()) {
      return true;
    }
    try {
      Thread.sleep(delay.dividedBy(2));
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
