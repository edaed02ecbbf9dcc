package org.orders.application.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.job.JobQueue;
import org.orders.application.shared.UnitOfWork;

/** Asks for comparisons so that any number of replicas that do so get one an interval. */
final class WatchInventoryHandler implements WatchInventory {

  private final InventoryBooks books;
  private final JobQueue jobs;
  private final UnitOfWork work;
  private final InstantSource clock;

  WatchInventoryHandler(InventoryBooks books, JobQueue jobs, UnitOfWork work, InstantSource clock) {
    this.books = books;
    this.jobs = jobs;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void reconcileEvery(Duration interval) {
    // A little less than the interval, so that whoever comes round in time is not a moment too
    // early.
    Instant fresh = clock.instant().minus(interval.multipliedBy(9).dividedBy(10));
    work.run(
        () -> {
          if (books.last().filter(last -> last.at().isAfter(fresh)).isEmpty()) {
            jobs.enqueue(ReconcileInventoryJob.wanted());
          }
        });
  }
}
