package org.orders.adapter.rest.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.orders.domain.shared.Refusal;

/** Whatever a resource throws, as a problem; nothing of what went wrong inside gets out. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final Problems problems;

  @Inject
  ProblemMappers(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  Response refusal(Refusal refusal) {
    return problems.response(Problem.of(refusal));
  }

  @ServerExceptionMapper
  Response http(HttpFailure failure) {
    return problems.response(Problem.of(failure.problem()));
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException failure) {
    HttpProblem problem = HttpProblem.ofStatus(failure.getResponse().getStatus());
    if (problem == HttpProblem.INTERNAL_ERROR) {
      return unexpected(failure);
    }
    String allowed =
        problem == HttpProblem.METHOD_NOT_ALLOWED ? AllowedMethods.ofPresentRequest() : null;
    return problems.response(Problem.of(problem).withHeader("Allow", allowed));
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure) {
    if (!problems.isHangUp(failure)) {
      LOG.error("A request failed", failure);
    }
    return problems.response(Problem.of(HttpProblem.INTERNAL_ERROR));
  }
}
