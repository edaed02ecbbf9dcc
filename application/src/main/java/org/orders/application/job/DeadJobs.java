package org.orders.application.job;

/** The jobs that were given up, as those can change them who can do something about it. */
public interface DeadJobs {

  /**
   * Lets a job that was given up wait to be done, at once and with all its tries, in the present
   * transaction.
   *
   * @return whether there is such a job and it was given up
   * @throws JobAlreadyWaiting when the same work was asked for again and waits
   */
  boolean revive(JobId id);
}
