package org.orders.adapter.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.orders.application.job.JobBacklog;
import org.orders.application.job.JobType;
import org.orders.application.job.RunJob.Ending;

/**
 * What of the jobs can be seen from outside: how they end here, and what all replicas have to do.
 */
@ApplicationScoped
class JobMetrics implements JobObserver {

  private final MeterRegistry registry;
  private final MultiGauge ready;
  private final MultiGauge running;
  private final MultiGauge dead;
  private final MultiGauge oldest;

  JobMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.ready = gauge("orders.jobs.ready", "Jobs that are due and wait");
    this.running = gauge("orders.jobs.running", "Jobs that workers of any replica have");
    this.dead = gauge("orders.jobs.dead", "Jobs that were given up and wait for an administrator");
    this.oldest =
        MultiGauge.builder("orders.jobs.oldest.ready")
            .description("How long the oldest of the jobs that wait has been due")
            .baseUnit("seconds")
            .register(registry);
  }

  @Override
  public void ended(JobType type, Ending ending, Duration duration) {
    Timer.builder("orders.jobs.run")
        .description("Tries to do a job, by how they ended")
        .tag("type", type.value())
        .tag("outcome", ending.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .record(duration);
  }

  void show(List<JobBacklog> backlogs) {
    show(ready, backlogs, JobBacklog::ready);
    show(running, backlogs, JobBacklog::running);
    show(dead, backlogs, JobBacklog::dead);
    show(oldest, backlogs, backlog -> backlog.oldestReady().toMillis() / 1_000.0);
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private static void show(
      MultiGauge gauge, List<JobBacklog> backlogs, ToDoubleFunction<JobBacklog> value) {
    gauge.register(
        backlogs.stream()
            .<Row<?>>map(
                backlog ->
                    Row.of(Tags.of("type", backlog.type().value()), value.applyAsDouble(backlog)))
            .toList(),
        true);
  }
}
