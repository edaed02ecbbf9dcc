package org.orders.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.application.job.JobBacklog;
import org.orders.application.job.JobType;
import org.orders.application.job.RunJob.Ending;

class JobMetricsTest {

  private static final JobType CAPTURE = new JobType("capture-payment");
  private static final JobType MAIL = new JobType("mail");

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final JobMetrics metrics = new JobMetrics(registry);

  @Test
  void triesAreCountedByTypeAndOutcome() {
    metrics.ended(CAPTURE, Ending.DONE, Duration.ofMillis(20));
    metrics.ended(CAPTURE, Ending.DONE, Duration.ofMillis(40));
    metrics.ended(CAPTURE, Ending.RETRIED, Duration.ofMillis(5));

    assertThat(
            registry
                .get("orders.jobs.run")
                .tags("type", "capture-payment", "outcome", "done")
                .timer()
                .count())
        .isEqualTo(2);
    assertThat(registry.get("orders.jobs.run").tag("outcome", "retried").timer().count())
        .isEqualTo(1);
  }

  @Test
  void theBacklogIsShownAsItIsNow() {
    metrics.show(List.of(new JobBacklog(CAPTURE, 7, 2, 1, Duration.ofMillis(2_500))));
    assertThat(gauge("orders.jobs.ready", CAPTURE)).isEqualTo(7);
    assertThat(gauge("orders.jobs.running", CAPTURE)).isEqualTo(2);
    assertThat(gauge("orders.jobs.dead", CAPTURE)).isEqualTo(1);
    assertThat(gauge("orders.jobs.oldest.ready", CAPTURE)).isEqualTo(2.5);

    metrics.show(
        List.of(
            new JobBacklog(CAPTURE, 0, 0, 0, Duration.ZERO),
            new JobBacklog(MAIL, 3, 0, 0, Duration.ofSeconds(1))));
    assertThat(gauge("orders.jobs.ready", CAPTURE)).isZero();
    assertThat(gauge("orders.jobs.ready", MAIL)).isEqualTo(3);
  }

  private double gauge(String name, JobType type) {
    return registry.get(name).tag("type", type.value()).gauge().value();
  }
}
