package org.orders.application.job;

/**
 * What does one sort of work. It is called outside any transaction, at any time again for the same
 * job, also after a run whose end nobody recorded; so it begins by looking where things stand.
 * Whatever it writes, it writes by {@link JobRun#record} or {@link JobRun#conclude}.
 */
public interface JobHandler {

  JobType type();

  /**
   * Does the work or a part of it. What it throws counts as {@link JobOutcome.RetryLater}; a thread
   * that is interrupted is to end soon.
   *
   * @throws LeaseLost when another worker has the job by now
   */
  JobOutcome run(JobRun run);

  /** When and how often the work is tried again. */
  default RetryPolicy retries() {
    return RetryPolicy.USUAL;
  }
}
