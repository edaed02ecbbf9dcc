package org.orders.adapter.rest.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Discretion;
import org.orders.adapter.rest.trace.RequestTrace;

/** Sends problems, from wherever in the stack they come. */
@Singleton
public class Problems {

  private final RoutingContext request;

  @Inject
  Problems(RoutingContext request) {
    this.request = request;
  }

  /** Whether a failure is no more than that whoever asks has hung up. */
  boolean isHangUp(Throwable failure) {
    return isHangUp(failure, request);
  }

  static boolean isHangUp(@Nullable Throwable failure, RoutingContext context) {
    return failure instanceof IOException && context.response().closed();
  }

  /** The answer of a resource or a filter. */
  public Response response(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).header("Content-Type", Problem.MEDIA_TYPE);
    problem.headers().forEach(response::header);
    return response.entity(json(problem, request)).build();
  }

  /** The answer below the resources. */
  static void send(Problem problem, RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    problem.headers().forEach(response::putHeader);
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .putHeader("X-Request-Id", RequestTrace.of(context).requestId())
        .end(json(problem, context));
  }

  private static String json(Problem problem, RoutingContext context) {
    String path = context.request().path();
    return problem.json(
        path == null ? "/" : Discretion.pathWithoutCardNumbers(path),
        RequestTrace.of(context).traceId());
  }
}
