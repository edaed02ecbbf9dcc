package org.orders.adapter.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.orders.adapter.rest.problem.Problem;
import org.orders.adapter.rest.problem.ProblemPages;

/** Answers that are problems: those that many operations share, and those of one operation. */
final class ProblemResponses {

  private static final Map<Integer, List<String>> SHARED = shared();
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final Map<?, ?> members;
  private final Map<String, Example> examples = new TreeMap<>();

  /**
   * @param members codes of problems to examples of the members that only they have: the part
   *     {@code x-problems} of {@code META-INF/openapi.yaml}
   */
  ProblemResponses(Map<?, ?> members) {
    this.members = members;
  }

  private static Map<Integer, List<String>> shared() {
    Map<Integer, List<String>> shared = new TreeMap<>();
    shared.put(400, List.of("validation-failed", "bad-request", "unsupported-grant-type"));
    shared.put(401, List.of("unauthorized", "invalid-credentials"));
    shared.put(403, List.of("forbidden"));
    shared.put(404, List.of("not-found"));
    shared.put(406, List.of("not-acceptable"));
    shared.put(412, List.of("stale-version"));
    shared.put(413, List.of("body-too-large"));
    shared.put(415, List.of("unsupported-media-type"));
    shared.put(429, List.of("rate-limited"));
    shared.put(500, List.of("internal-error"));
    shared.put(503, List.of("unavailable"));
    return shared;
  }

  /** The answers that operations share, by name. */
  Map<String, APIResponse> components() {
    Map<String, APIResponse> components = new TreeMap<>();
    SHARED.forEach((status, codes) -> components.put(name(status), response(status, codes)));
    return components;
  }

  /** Examples of all problems that were spoken of so far, by their code. */
  Map<String, Example> examples() {
    return examples;
  }

  /** A reference to the answer that operations share. */
  APIResponse reference(int status) {
    return OASFactory.createAPIResponse().ref(name(status));
  }

  private static String name(int status) {
    return "Problem" + status;
  }

  /** The answer of this status that may be any of these problems. */
  APIResponse response(int status, List<String> codes) {
    MediaType type = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
    for (String code : codes) {
      type.addExample(code, OASFactory.createExample().ref(code));
      examples.computeIfAbsent(code, it -> OASFactory.createExample().value(example(status, code)));
    }
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                codes.stream()
                    .map(code -> "`" + code + "`: " + ProblemPages.title(code) + ".")
                    .collect(Collectors.joining("\n\n")))
            .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type));
    Headers.common().forEach(response::addHeader);
    if (status == 401) {
      response.addHeader("WWW-Authenticate", Headers.reference("WWW-Authenticate"));
    }
    if (status == 415) {
      response.addHeader("Accept-Encoding", Headers.reference("Accept-Encoding"));
    }
    if (status == 429 || status == 503) {
      response.addHeader("Retry-After", Headers.reference("Retry-After"));
    }
    if (codes.contains("idempotency-key-in-flight")) {
      response.addHeader("Retry-After", Headers.reference("Retry-After"));
    }
    return response;
  }

  private Map<String, Object> example(int status, String code) {
    if (ProblemPages.title(code).equals(code)) {
      throw new IllegalStateException("no page says what the problem is: " + code);
    }
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", "/problems/" + code);
    example.put("title", ProblemPages.title(code));
    example.put("status", status);
    example.put("detail", ProblemPages.title(code) + ".");
    example.put("instance", "/orders");
    example.put("traceId", TRACE);
    if (members.get(code) instanceof Map<?, ?> more) {
      more.forEach((name, value) -> example.put((String) name, value));
    }
    return example;
  }
}
