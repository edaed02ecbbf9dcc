package org.orders.adapter.rest.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Json;
import org.orders.application.access.TooManyRequests;
import org.orders.application.shared.IdempotencyKeyInFlight;
import org.orders.domain.shared.Refusal;

/**
 * A non-2xx answer as RFC 9457 describes it.
 *
 * @param headers further header fields of the answer
 * @param extensions members beyond the standard ones
 */
public record Problem(
    int status,
    String code,
    String detail,
    Map<String, String> headers,
    Map<String, Object> extensions) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String RETRY_AFTER = "Retry-After";

  /** What became of a command that was refused. */
  public static Problem of(Refusal refusal) {
    Map<String, String> headers = new TreeMap<>();
    switch (refusal) {
      case TooManyRequests limited -> headers.put(RETRY_AFTER, seconds(limited.retryAfter()));
      case IdempotencyKeyInFlight _ -> headers.put(RETRY_AFTER, "1");
      default -> headers.putAll(headers(refusal.kind()));
    }
    return new Problem(
        status(refusal.kind()), refusal.code(), refusal.message(), headers, refusal.details());
  }

  public static Problem of(HttpProblem problem) {
    return new Problem(
        problem.status(), problem.code(), problem.detail(), headers(problem), Map.of());
  }

  /** A problem without any header fields of its own. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, Map.of(), Map.of());
  }

  /** The address of the page about it. */
  public String type() {
    return "/problems/" + code;
  }

  /** What it is called. */
  public String title() {
    return ProblemPages.title(code);
  }

  /** The same, with further members. */
  public Problem with(Map<String, Object> members) {
    Map<String, Object> more = new TreeMap<>(extensions);
    more.putAll(members);
    return new Problem(status, code, detail, headers, more);
  }

  /** The same, with a header field. */
  public Problem withHeader(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, detail, more, extensions);
  }

  /**
   * The answer's body.
   *
   * @param path of the request, without its query, which may hold personal data
   */
  String json(String path, String traceId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type());
    members.put("title", title());
    members.put("status", status);
    members.put("detail", detail);
    members.put("instance", path);
    members.put("traceId", traceId);
    new TreeMap<>(extensions).forEach(members::putIfAbsent);
    return Json.write(members);
  }

  /** Whole seconds, rounded up, so that nobody comes back too early. */
  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
  }

  private static Map<String, String> headers(HttpProblem problem) {
    return switch (problem) {
      case UNAVAILABLE -> Map.of(RETRY_AFTER, "2");
      case ENCODED_BODY -> Map.of("Accept-Encoding", "identity");
      default -> Map.of();
    };
  }

  private static Map<String, String> headers(Refusal.Kind kind) {
    return switch (kind) {
      case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer realm=\"orders\"");
      case UNAVAILABLE -> Map.of(RETRY_AFTER, "2");
      case INVALID, FORBIDDEN, NOT_FOUND, CONFLICT, STALE, UNPROCESSABLE, RATE_LIMITED -> Map.of();
    };
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case STALE -> 412;
      case UNPROCESSABLE -> 422;
      case RATE_LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
