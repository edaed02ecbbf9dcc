package org.orders.application.job;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries to do a job that was taken, and records what came of it. */
public interface RunJob {

  /** The sorts of work that can be done here. */
  Set<JobType> types();

  /**
   * Tries once.
   *
   * @throws org.orders.domain.shared.Refusal when the end could not be recorded; once its lease has
   *     run out, the job is taken again
   */
  Report run(TakenJob job);

  /** How a try ended. */
  enum Ending {
    DONE,
    /** It waits to be tried again. */
    RETRIED,
    /** It was given up. */
    DEAD,
    /** Somebody else has the job. */
    LOST
  }

  /**
   * What to tell people about a try.
   *
   * @param reason why it was not done
   * @param failure what nobody expected
   */
  record Report(Ending ending, @Nullable ReasonCode reason, @Nullable RuntimeException failure) {}
}
