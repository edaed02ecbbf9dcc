package org.orders.application.inventory;

import java.time.Duration;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.NewJob;
import org.orders.application.job.RetryPolicy;
import org.orders.application.shared.Once;

/** Compares the books of stock in the background, on one replica at a time. */
public final class ReconcileInventoryJob implements JobHandler {

  public static final JobType TYPE = new JobType("reconcile-inventory");

  /** Seldom, because each try may take long; the next round comes anyway. */
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(10), 5);

  private final ReconcileInventory reconcileInventory;

  public ReconcileInventoryJob(ReconcileInventory reconcileInventory) {
    this.reconcileInventory = reconcileInventory;
  }

  /** The one job of this kind: whoever asks for it while it waits asks for the same. */
  public static NewJob wanted() {
    return NewJob.of(TYPE, "all");
  }

  @Override
  public JobType type() {
    return TYPE;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public JobOutcome run(JobRun run) {
    reconcileInventory.reconcile(Once.unkeyed());
    return JobOutcome.done();
  }
}
