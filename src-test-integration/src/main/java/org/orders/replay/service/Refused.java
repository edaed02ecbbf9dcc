package org.orders.replay.service;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An answer of the service that is no success and will not become one by asking again. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String problem;

  private Refused(String message, int status, String problem) {
    super(message);
    this.status = status;
    this.problem = problem;
  }

  static Refused by(Call call, Answer answer) {
    String detail = answer.body().path("detail").asText("");
    String fields =
        StreamSupport.stream(answer.body().path("errors").spliterator(), false)
            .map(error -> error.path("pointer").asText() + " " + error.path("detail").asText())
            .collect(Collectors.joining(", "));
    String message =
        Stream.of(call + ": " + answer.status(), answer.problem(), detail, fields)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("; "));
    return new Refused(message, answer.status(), answer.problem());
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether it is this problem, by its slug. */
  public boolean is(String slug) {
    return problem.equals(slug);
  }
}
