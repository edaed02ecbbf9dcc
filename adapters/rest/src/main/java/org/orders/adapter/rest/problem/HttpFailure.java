package org.orders.adapter.rest.problem;

/** A request that fails as HTTP. */
public final class HttpFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpProblem problem;

  public HttpFailure(HttpProblem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public HttpProblem problem() {
    return problem;
  }
}
