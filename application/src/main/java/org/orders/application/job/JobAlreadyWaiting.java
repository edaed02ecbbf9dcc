package org.orders.application.job;

import org.orders.domain.shared.Refusal;

/** The same work was asked for again after this job was given up, and waits to be done. */
public final class JobAlreadyWaiting extends Refusal {

  private static final long serialVersionUID = 1L;

  public JobAlreadyWaiting() {
    super(
        Kind.CONFLICT,
        "job-already-waiting",
        "Another job waits to do the same work; retry this one when that is no more.");
  }
}
