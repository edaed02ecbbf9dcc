package org.orders.adapter.rest.problem;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns away requests that come once the service was asked to end: while it waits for the last ones
 * it would otherwise get new ones for ever, and later they would find half a service. Their senders
 * try again, elsewhere or later.
 */
@Singleton
public class ClosingTime {

  /** After the request's line in the log was begun, before anything that answers. */
  private static final int EARLY = 9_999;

  private final Duration delay;
  private volatile boolean asked;
  private volatile long askedAt;

  ClosingTime(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
    this.delay = delay.orElse(Duration.ZERO);
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, EARLY);
  }

  /** The very beginning of the end; where a delay is set the service serves on for so long. */
  void close(@Observes ShutdownDelayInitiatedEvent stopping) {
    askedAt = System.nanoTime();
    asked = true;
  }

  private boolean closing() {
    return asked && System.nanoTime() - askedAt >= delay.toNanos();
  }

  private void pass(RoutingContext context) {
    if (closing()) {
      context.response().putHeader("Connection", "close");
      Problems.send(Problem.of(HttpProblem.UNAVAILABLE), context);
    } else {
      context.next();
    }
  }
}
