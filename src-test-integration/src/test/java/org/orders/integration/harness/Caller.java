package org.orders.integration.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls the service: where, with which access token, and with which further headers.
 * Bodies are maps and lists, or text or bytes that are sent as they are.
 */
public class Caller {

  private static final String JSON = "application/json";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          // Money must not pass through floating point on its way to an assertion.
          .jsonConfig(
              JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
          .httpClient(
              HttpClientConfig.httpClientConfig()
                  .setParam("http.connection.timeout", 10_000)
                  .setParam("http.socket.timeout", 60_000))
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset(StandardCharsets.UTF_8)
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT)
                  .encodeContentTypeAs("application/octet-stream", ContentType.TEXT)
                  .encodeContentTypeAs("text/csv", ContentType.TEXT));

  private final URI address;
  private final Supplier<@Nullable String> token;
  private final Map<String, String> headers;

  Caller(URI address, Supplier<@Nullable String> token, Map<String, String> headers) {
    this.address = address;
    this.token = token;
    this.headers = headers;
  }

  /** The same caller sending one more header. */
  public Caller with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Caller(address, token, more);
  }

  /** The same caller sending an idempotency key. */
  public Caller withKey(String key) {
    return with("Idempotency-Key", key);
  }

  /** The same caller, speaking to another replica. */
  public Caller at(Shop other) {
    return new Caller(other.address(), token, headers);
  }

  /** The access token this caller sends. */
  public @Nullable String accessToken() {
    return token.get();
  }

  /** GET. */
  public Response get(String path) {
    return request().get(path);
  }

  /** GET of any method name, for methods that HTTP clients do not know. */
  public Response send(String method, String path) {
    return request().request(method, path);
  }

  /** POST with a JSON body. */
  public Response post(String path, Object body) {
    return withBody(body).post(path);
  }

  /** POST without a body. */
  public Response post(String path) {
    // Left alone, the client would call nothing a form.
    return request().noContentType().post(path);
  }

  /** PUT with a JSON body. */
  public Response put(String path, Object body) {
    return withBody(body).put(path);
  }

  /** PATCH with a merge patch (RFC 7396). */
  public Response patch(String path, Object body) {
    return request().contentType("application/merge-patch+json").body(json(body)).patch(path);
  }

  /** DELETE. */
  public Response delete(String path) {
    return request().delete(path);
  }

  /** Sends through the client that is made for hundreds of requests at once. */
  public QuickAnswer quickly(String method, String path, @Nullable Object body) {
    try {
      return tryQuickly(method, path, body);
    } catch (IOException e) {
      if (wasClosedBefore(e)) {
        return onceMore(method, path, body);
      }
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /**
   * Whether the request met a pooled connection that the service had closed after an earlier answer
   * to broken HTTP; it was never read.
   */
  private static boolean wasClosedBefore(IOException e) {
    return String.valueOf(e.getMessage()).contains("received no bytes");
  }

  private QuickAnswer onceMore(String method, String path, @Nullable Object body) {
    try {
      return tryQuickly(method, path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }

  /** As {@link #quickly}, for callers who expect the connection to break. */
  public QuickAnswer tryQuickly(String method, String path, @Nullable Object body)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    var bearer = token.get();
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    headers.forEach(request::setHeader);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      if (!headers.containsKey("Content-Type")) {
        request.header("Content-Type", JSON);
      }
      request.method(
          method,
          body instanceof byte[] bytes
              ? BodyPublishers.ofByteArray(bytes)
              : BodyPublishers.ofString(json(body)));
    }
    return new QuickAnswer(QuickClient.send(request.build(), BodyHandlers.ofString()));
  }

  private RequestSpecification withBody(Object body) {
    var request = request().body(json(body));
    return headers.containsKey("Content-Type") ? request : request.contentType(JSON);
  }

  private RequestSpecification request() {
    var request =
        RestAssured.given()
            .config(CONFIG)
            .baseUri("http://" + address.getHost())
            .port(address.getPort())
            .urlEncodingEnabled(false)
            .headers(headers);
    var bearer = token.get();
    return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
  }

  /** A body as it goes over the wire. */
  static String json(Object body) {
    if (body instanceof String text) {
      return text;
    }
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
