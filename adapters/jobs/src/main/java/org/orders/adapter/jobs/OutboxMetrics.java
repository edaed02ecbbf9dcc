package org.orders.adapter.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.orders.application.notification.OutboxBacklog;

/** What of the outbox can be seen from outside: what all replicas have yet to relay. */
@ApplicationScoped
class OutboxMetrics {

  private volatile OutboxBacklog latest = new OutboxBacklog(0, 0, Duration.ZERO);

  OutboxMetrics(MeterRegistry registry) {
    Gauge.builder("orders.outbox.waiting", this, it -> it.latest.waiting())
        .description("Messages that wait to be relayed")
        .register(registry);
    Gauge.builder("orders.outbox.parked", this, it -> it.latest.parked())
        .description("Messages that nobody could make sense of")
        .register(registry);
    Gauge.builder("orders.outbox.oldest", this, it -> it.latest.oldest().toMillis() / 1_000.0)
        .description("How long the oldest of the messages that wait has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  void show(OutboxBacklog backlog) {
    latest = backlog;
  }
}
