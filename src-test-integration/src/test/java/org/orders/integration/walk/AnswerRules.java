package org.orders.integration.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.orders.integration.harness.Answers;
import org.orders.integration.harness.QuickAnswer;

/** What every answer must be, by its description and by the conventions of all. */
final class AnswerRules {

  private AnswerRules() {}

  /** What is wrong with an answer; nothing where it is as described. */
  static Optional<String> fault(Operation operation, QuickAnswer answer) {
    int status = answer.status();
    if (status >= 500) {
      return Optional.of("fails");
    }
    var described = operation.answer(status);
    if (described.isMissingNode()) {
      return Optional.of("does not describe " + status);
    }
    if (Answers.leaks(answer.body())) {
      return Optional.of("leaks internals");
    }
    return headerFault(operation, described, answer)
        .or(() -> contentFault(operation, described, answer))
        .or(
            () ->
                status >= 400 && described.has("content")
                    ? problemFault(described, answer)
                    : Optional.empty());
  }

  private static Optional<String> headerFault(
      Operation operation, JsonNode described, QuickAnswer answer) {
    for (var header : described.path("headers").properties()) {
      var required = operation.api().resolved(header.getValue()).path("required").asBoolean();
      if (required && answer.header(header.getKey()).isEmpty()) {
        return Optional.of(answer.status() + " lacks " + header.getKey());
      }
    }
    for (var header : new String[] {"ETag", "Location", "Link", "Retry-After"}) {
      if (!answer.header(header).isEmpty() && !described.path("headers").has(header)) {
        return Optional.of(answer.status() + " has an undescribed " + header);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> contentFault(
      Operation operation, JsonNode described, QuickAnswer answer) {
    if (!described.has("content")) {
      return answer.body().isEmpty()
          ? Optional.empty()
          : Optional.of(answer.status() + " has an undescribed body");
    }
    var type = answer.header("Content-Type").replaceFirst("\\s*;.*", "");
    var content = described.path("content").path(type);
    if (content.isMissingNode()) {
      return Optional.of(answer.status() + " comes as an undescribed " + type);
    }
    var faults =
        operation.api().faultsOfAnswer(content.path("schema"), DescribedApi.parse(answer.body()));
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(answer.status() + " breaks its schema: " + faults);
  }

  private static Optional<String> problemFault(JsonNode described, QuickAnswer answer) {
    var problem = DescribedApi.parse(answer.body());
    if (problem.path("status").asInt() != answer.status()) {
      return Optional.of("says another status in the problem than in the answer");
    }
    var examples = described.path("content").path("application/problem+json").path("examples");
    return examples.path(answer.problem()) instanceof MissingNode
        ? Optional.of(answer.status() + " is an undescribed " + answer.problem())
        : Optional.empty();
  }
}
