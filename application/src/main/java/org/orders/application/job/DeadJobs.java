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

  /**
   * Removes the jobs of this type about this key that were given up, in the present transaction:
   * what they were about is settled, or about to be asked for anew. Waits for nobody, so one that
   * is being revived at this moment stays.
   */
  void forget(JobType type, String key);
}
