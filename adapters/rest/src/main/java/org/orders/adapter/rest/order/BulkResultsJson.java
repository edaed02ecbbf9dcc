package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.problem.Problem;
import org.orders.application.order.BulkAdministration;
import org.orders.domain.shared.Refusal;

/** What came of one thing that was to be done to many orders. */
@RegisterForReflection
public record BulkResultsJson(List<ResultJson> results) {

  /**
   * What came of it for one order.
   *
   * @param status what the answer would have been for this order alone
   */
  @RegisterForReflection
  public record ResultJson(UUID id, int status, @Nullable ProblemJson problem) {}

  /** Why nothing was done. */
  @RegisterForReflection
  public record ProblemJson(String type, String title, int status, String detail) {
    static ProblemJson of(Refusal refusal) {
      Problem problem = Problem.of(refusal);
      return new ProblemJson(problem.type(), problem.title(), problem.status(), problem.detail());
    }
  }

  /**
   * The results on the wire.
   *
   * @param done the status of what was done
   */
  static BulkResultsJson of(List<BulkAdministration.Result> results, int done) {
    return new BulkResultsJson(
        results.stream()
            .map(
                result -> {
                  ProblemJson problem =
                      result.refusal() == null ? null : ProblemJson.of(result.refusal());
                  return new ResultJson(
                      result.order().value(), problem == null ? done : problem.status(), problem);
                })
            .toList());
  }
}
