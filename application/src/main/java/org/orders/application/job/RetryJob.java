package org.orders.application.job;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;

/** Has a job tried again that was given up. Only for administrators; adapters check the role. */
public interface RetryJob {

  /**
   * The job, which now waits to be done.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, because it is done or never was
   * @throws JobNotDead when it was not given up
   * @throws JobAlreadyWaiting when the same work was asked for again and waits
   */
  Outcome<Job> retry(Command command, Once<Job> once);

  record Command(Actor actor, JobId job) {}
}
