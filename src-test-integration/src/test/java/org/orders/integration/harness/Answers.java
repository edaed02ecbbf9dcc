package org.orders.integration.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** What every answer must be, whatever the endpoint: the checks that all journeys share. */
public final class Answers {

  /** What must never leave the service: stack traces, class names, SQL. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          "\\bat [a-z]+\\.[\\w.]+\\(|Exception|java\\.|jakarta\\.|org\\.orders|io\\.quarkus"
              + "|hibernate|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\\b .*\\b(from|into|set)\\b"
              + "|SQLState|\\bpg_",
          Pattern.CASE_INSENSITIVE);

  private Answers() {}

  /** Whether an answer's body shows something of the inside. */
  public static boolean leaks(String body) {
    return INTERNALS.matcher(body).find();
  }

  /** Fails with the whole answer unless it has this status. */
  public static Response accepted(Response response, int status) {
    assertThat(response.statusCode())
        .as(() -> "answer " + response.statusLine() + " " + response.asString())
        .isEqualTo(status);
    assertThat(response.header("X-Request-Id")).as("X-Request-Id").isNotBlank();
    return response;
  }

  /** A refusal as RFC 9457 and the contract want it, of this status and slug. */
  public static Response assertProblem(Response response, int status, String slug) {
    assertProblem(response, status);
    assertThat(response.<String>path("type"))
        .as(response.asString())
        .isEqualTo("/problems/" + slug);
    return response;
  }

  /** A refusal as RFC 9457 and the contract want it, of this status. */
  public static Response assertProblem(Response response, int status) {
    accepted(response, status);
    var body = response.asString();
    assertThat(response.contentType()).as(body).startsWith("application/problem+json");
    assertThat(response.<String>path("type")).as(body).matches("/problems/[a-z][a-z0-9-]*");
    assertThat(response.<Integer>path("status")).as(body).isEqualTo(status);
    for (var member : List.of("title", "detail", "instance", "traceId")) {
      assertThat(response.<String>path(member)).as("%s of %s", member, body).isNotBlank();
    }
    assertThat(leaks(body)).as("internals leak: " + body).isFalse();
    return response;
  }

  /** A 400 that names exactly these places of the body. */
  public static Response assertInvalid(Response response, String... pointers) {
    assertProblem(response, 400, "validation-failed");
    assertThat(response.<List<String>>path("errors.pointer"))
        .as(response.asString())
        .containsExactlyInAnyOrder(pointers);
    assertThat(response.<List<String>>path("errors.detail"))
        .as(response.asString())
        .allSatisfy(detail -> assertThat(detail).isNotBlank());
    return response;
  }

  /** The answer's strong entity tag. */
  public static String etag(Response response) {
    var tag = response.header("ETag");
    assertThat(tag).as("a strong ETag").matches("\"[^\"]+\"");
    return tag;
  }

  /** Matches a number in JSON that is exactly this amount, however it is written. */
  public static Matcher<Number> amount(String expected) {
    return new TypeSafeMatcher<>() {
      @Override
      protected boolean matchesSafely(Number actual) {
        return new BigDecimal(actual.toString()).compareTo(new BigDecimal(expected)) == 0;
      }

      @Override
      public void describeTo(Description description) {
        description.appendText("the amount " + expected);
      }
    };
  }
}
