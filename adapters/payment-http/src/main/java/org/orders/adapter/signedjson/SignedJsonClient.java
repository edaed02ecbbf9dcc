package org.orders.adapter.signedjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Signed requests and signed answers. What is not signed, not in time or not JSON is no answer, and
 * nothing can be concluded from it.
 */
final class SignedJsonClient {

  private static final System.Logger LOG = System.getLogger(SignedJsonClient.class.getName());

  /** How far the gateway's clock may be from ours. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** A gateway's word. */
  record Answer(int status, JsonNode body) {

    boolean isGood() {
      return status >= 200 && status < 300;
    }

    String text(String member) {
      return body.path(member).asText("");
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http;
  private final String baseUrl;
  private final SignedJsonKey key;
  private final Duration timeout;
  private final InstantSource clock;
  private final AtomicBoolean silent = new AtomicBoolean();

  /**
   * A client for one gateway.
   *
   * @param timeout for each call, to the last byte of its answer
   */
  SignedJsonClient(String baseUrl, SignedJsonKey key, Duration timeout, InstantSource clock) {
    this.baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    this.key = key;
    this.timeout = timeout;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  /** Sends once; nothing where no answer can be believed. */
  Optional<Answer> send(String method, String path, @Nullable ObjectNode body) {
    String text = body == null ? "" : body.toString();
    String signature = key.sign(method + " " + path + "." + text, clock.instant());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header(SignedJsonKey.HEADER, signature)
            .method(method, BodyPublishers.ofString(text, StandardCharsets.UTF_8))
            .build();
    return exchange(request).flatMap(response -> read(response, signature));
  }

  private Optional<HttpResponse<String>> exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      silent.set(false);
      return Optional.of(response);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException | ExecutionException | CancellationException failure) {
      logSilence(failure);
      return Optional.empty();
    } finally {
      answer.cancel(true);
    }
  }

  /** The first of a row is for people to see; a gateway that is away must not fill the log. */
  private void logSilence(Exception failure) {
    // The cause's type is enough to know, and its text may quote what was sent.
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    LOG.log(
        silent.getAndSet(true) ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
        "No answer from the gateway: {0}",
        cause.getClass().getName());
  }

  /** The answer's signature covers the request's, so that no answer can pass for another's. */
  private Optional<Answer> read(HttpResponse<String> response, String asked) {
    String signed = asked + "." + response.statusCode() + "." + response.body();
    String signature = response.headers().firstValue(SignedJsonKey.HEADER).orElse("");
    if (response.statusCode() >= 500
        || key.verify(signed, signature, clock.instant(), TOLERANCE)
            != SignedJsonKey.Verdict.GENUINE) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "The gateway''s answer is a server error or not signed: {0}",
          response.statusCode());
      return Optional.empty();
    }
    return parse(response.body()).map(body -> new Answer(response.statusCode(), body));
  }

  /** The object, where the text is one. */
  Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(json.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
