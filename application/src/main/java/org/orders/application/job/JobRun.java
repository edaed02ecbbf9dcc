package org.orders.application.job;

import java.time.Instant;
import java.util.function.Supplier;
import org.orders.application.shared.UnitOfWork;

/** One try to do a job, and the only way in which it writes. */
public final class JobRun {

  private final TakenJob job;
  private final JobLeases leases;
  private final UnitOfWork work;
  private boolean concluded;

  public JobRun(TakenJob job, JobLeases leases, UnitOfWork work) {
    this.job = job;
    this.leases = leases;
    this.work = work;
  }

  public String key() {
    return job.key();
  }

  public String payload() {
    return job.payload();
  }

  /** Which try it is, from 1, since the job was asked for, or retried by somebody. */
  public int tries() {
    return job.tries();
  }

  /** When it was tried for the first time ever. */
  public Instant firstTriedAt() {
    return job.firstTriedAt();
  }

  /**
   * Writes something in a transaction that first makes sure that the job is still in this worker's
   * hands, and keeps it there until it has ended. The job's row is locked before whatever the work
   * locks.
   *
   * @throws LeaseLost when another worker has the job; nothing was written
   */
  public <R> R record(Supplier<R> writing) {
    return work.run(
        () -> {
          leases.hold(job.lease());
          return writing.get();
        });
  }

  /** Likewise, without a result. */
  public void record(Runnable writing) {
    record(
        () -> {
          writing.run();
          return true;
        });
  }

  /**
   * Writes something and ends the job by the same commit, so that it is written exactly once. The
   * handler returns what this returns.
   *
   * @throws LeaseLost when another worker has the job; nothing was written
   */
  public JobOutcome conclude(Runnable writing) {
    work.run(
        () -> {
          leases.done(job.lease());
          writing.run();
        });
    concluded = true;
    return JobOutcome.done();
  }

  /**
   * Writes something and, by the same commit, ends the job as the writing says. The handler returns
   * what this returns; a {@link JobOutcome.RetryLater} leaves the ending to the caller.
   *
   * @throws LeaseLost when another worker has the job; nothing was written
   */
  public JobOutcome end(Supplier<JobOutcome> writing) {
    JobOutcome outcome =
        record(
            () -> {
              JobOutcome decided = writing.get();
              switch (decided) {
                case JobOutcome.Done() -> leases.done(job.lease());
                case JobOutcome.GiveUp(var reason) -> leases.giveUp(job.lease(), reason);
                case JobOutcome.RetryLater _ -> {}
              }
              return decided;
            });
    concluded = !(outcome instanceof JobOutcome.RetryLater);
    return outcome;
  }

  boolean isConcluded() {
    return concluded;
  }
}
