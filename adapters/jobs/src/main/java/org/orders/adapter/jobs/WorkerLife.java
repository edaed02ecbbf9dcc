package org.orders.adapter.jobs;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.job.JobLeases;
import org.orders.application.job.RunJob;

/** The worker of this replica, which works from the service's start to its end. */
@ApplicationScoped
class WorkerLife {

  private final JobWorker worker;

  WorkerLife(
      RunJob runJob,
      JobLeases leases,
      LocalBell bell,
      Quietly quietly,
      JobMetrics metrics,
      Config config,
      @ConfigProperty(name = "orders.jobs.lease", defaultValue = "10s") Duration lease,
      @ConfigProperty(name = "orders.jobs.heartbeat", defaultValue = "3s") Duration heartbeat,
      @ConfigProperty(name = "orders.jobs.look-every", defaultValue = "500ms") Duration lookEvery,
      @ConfigProperty(name = "orders.jobs.grace", defaultValue = "5s") Duration grace,
      @ConfigProperty(name = "orders.jobs.concurrency", defaultValue = "32") int concurrency) {
    this.worker =
        new JobWorker(
            runJob,
            leases,
            new WorkerSettings(
                lease,
                heartbeat,
                lookEvery,
                grace,
                type ->
                    config
                        .getOptionalValue("orders.jobs.concurrency." + type, Integer.class)
                        .orElse(concurrency)),
            bell,
            quietly,
            metrics);
  }

  /** After everything else that happens at the start. */
  void begin(@Observes @Priority(10_000) StartupEvent start) {
    worker.start();
  }

  /** Before anything that jobs need goes away. */
  void end(@Observes @Priority(1) ShutdownEvent stop) {
    worker.stop();
  }
}
