package org.orders.application.job;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** Only a job that was given up can be retried; the others are tried anyway. */
public final class JobNotDead extends Refusal {

  private static final long serialVersionUID = 1L;

  public JobNotDead(JobState state) {
    super(
        Kind.CONFLICT,
        "job-not-dead",
        "The job was not given up, so there is no need to retry it.",
        Map.of("state", state.name()));
  }
}
