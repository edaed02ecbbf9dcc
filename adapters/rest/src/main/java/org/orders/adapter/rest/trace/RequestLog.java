package org.orders.adapter.rest.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.orders.adapter.rest.json.Discretion;

/**
 * A line in the log for every request, whoever answers it, and the request's id on every answer.
 * Addresses are logged without ids and queries, which may say something of people.
 */
@Singleton
public class RequestLog {

  private static final Logger LOG = Logger.getLogger("org.orders.requests");
  private static final String CALLER = "orders.caller";

  /** Before everything else that answers requests. */
  private static final int FIRST = 10_000;

  void register(@Observes Filters filters) {
    filters.register(RequestLog::follow, FIRST);
  }

  /** Says who it is that sent the request, for its line in the log. */
  public static void callerIs(RoutingContext context, String caller) {
    context.put(CALLER, caller);
  }

  private static void follow(RoutingContext context) {
    long start = System.nanoTime();
    RequestTrace trace = RequestTrace.of(context);
    MDC.put("requestId", trace.requestId());
    MDC.put("traceId", trace.traceId());
    context.addHeadersEndHandler(
        done ->
            context
                .response()
                .putHeader("X-Request-Id", trace.requestId())
                .putHeader("X-Content-Type-Options", "nosniff"));
    context.addEndHandler(done -> log(context, trace, Duration.ofNanos(System.nanoTime() - start)));
    context.next();
  }

  private static void log(RoutingContext context, RequestTrace trace, Duration duration) {
    String method = context.request().method().name();
    String asked = context.request().path();
    String path = asked == null ? "/" : Discretion.template(asked);
    int status = context.response().getStatusCode();
    String caller = context.get(CALLER);
    MDC.put("requestId", trace.requestId());
    MDC.put("traceId", trace.traceId());
    MDC.put("method", method);
    MDC.put("path", path);
    MDC.put("status", status);
    MDC.put("durationMs", duration.toMillis());
    MDC.put("caller", caller == null ? "nobody" : caller);
    LOG.infof(
        "%s %s %d %d ms %s %s",
        method,
        path,
        status,
        duration.toMillis(),
        caller == null ? "nobody" : caller,
        trace.requestId());
    MDC.clear();
  }
}
