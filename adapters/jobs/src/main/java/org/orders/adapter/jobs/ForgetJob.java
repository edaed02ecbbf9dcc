package org.orders.adapter.jobs;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.orders.application.shared.Retention;

/** Forgets what need not be kept any longer. */
@ApplicationScoped
class ForgetJob {

  private final Retention retention;
  private final Quietly quietly;

  ForgetJob(Retention retention, Quietly quietly) {
    this.retention = retention;
    this.quietly = quietly;
  }

  @Scheduled(
      identity = "forget",
      every = "${orders.jobs.forget-every:10m}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    quietly.run("forget", retention::forget);
  }
}
