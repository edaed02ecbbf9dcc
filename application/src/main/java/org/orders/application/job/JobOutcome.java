package org.orders.application.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one try to do a job. */
public sealed interface JobOutcome {

  /** Nothing is left to do. */
  record Done() implements JobOutcome {}

  /**
   * It may succeed later.
   *
   * @param after how long to wait; nothing to leave it to the handler's policy
   */
  record RetryLater(ReasonCode reason, @Nullable Duration after) implements JobOutcome {}

  /** It will not succeed unless somebody does something about it. */
  record GiveUp(ReasonCode reason) implements JobOutcome {}

  static JobOutcome done() {
    return new Done();
  }

  static JobOutcome retryLater(String reason) {
    return new RetryLater(new ReasonCode(reason), null);
  }

  static JobOutcome retryAfter(Duration time, String reason) {
    return new RetryLater(new ReasonCode(reason), time);
  }

  static JobOutcome giveUp(String reason) {
    return new GiveUp(new ReasonCode(reason));
  }
}
