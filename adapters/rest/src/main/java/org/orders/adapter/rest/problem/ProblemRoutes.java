package org.orders.adapter.rest.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.orders.domain.shared.Refusal;

/** The pages of all problems, and problems for what fails before any resource is reached. */
@Singleton
public class ProblemRoutes {

  private static final Logger LOG = Logger.getLogger(ProblemRoutes.class);

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(ProblemRoutes::fail);
    router
        .route(HttpMethod.GET, "/problems")
        .handler(context -> send(context, ProblemPages.list()));
    router.route(HttpMethod.GET, "/problems/:code").handler(ProblemRoutes::page);
  }

  private static void page(RoutingContext context) {
    String page = ProblemPages.page(context.pathParam("code"));
    if (page == null) {
      Problems.send(Problem.of(HttpProblem.NOT_FOUND), context);
    } else {
      send(context, page);
    }
  }

  private static void send(RoutingContext context, String page) {
    context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page);
  }

  private static void fail(RoutingContext context) {
    if (!Problems.isHangUp(context.failure(), context)) {
      Problems.send(problem(context), context);
    }
  }

  private static Problem problem(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof Refusal refusal) {
      return Problem.of(refusal);
    }
    if (context.statusCode() > 0 && context.statusCode() != 500) {
      return Problem.of(HttpProblem.ofStatus(context.statusCode()));
    }
    LOG.error("A request failed before it reached a resource", failure);
    return Problem.of(HttpProblem.INTERNAL_ERROR);
  }
}
