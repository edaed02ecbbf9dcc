package org.orders.adapter.rest.problem;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Turns away requests that come after the last ones were waited for, while the service takes itself
 * apart: they would find half a service. Their senders try again, elsewhere or later.
 */
@Singleton
public class ClosingTime {

  /** After the request's line in the log was begun, before anything that answers. */
  private static final int EARLY = 9_999;

  private volatile boolean closing;

  void register(@Observes Filters filters) {
    filters.register(this::pass, EARLY);
  }

  void close(@Observes @Priority(1) ShutdownEvent stopping) {
    closing = true;
  }

  private void pass(RoutingContext context) {
    if (closing) {
      context.response().putHeader("Connection", "close");
      Problems.send(Problem.of(HttpProblem.UNAVAILABLE), context);
    } else {
      context.next();
    }
  }
}
