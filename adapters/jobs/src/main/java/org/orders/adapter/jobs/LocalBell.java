package org.orders.adapter.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.orders.application.job.JobBell;

/** A bell that wakes the worker of this replica; rung any number of times it wakes it once. */
@ApplicationScoped
public class LocalBell implements JobBell {

  private final Semaphore rung = new Semaphore(0);

  @Override
  public void ring() {
    // More permits than one tell no more than one does.
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Waits until it rings, at most for the given time. */
  void await(Duration time) throws InterruptedException {
    if (rung.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
      rung.drainPermits();
    }
  }
}
