package org.orders.adapter.easypost;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.LabelDocument;

/**
 * Requests to EasyPost: each is sent once and ends within a fixed time, to the last byte of its
 * answer. What is no JSON object, not in time, or a server error, is no answer.
 */
final class EasyPostClient {

  private static final System.Logger LOG = System.getLogger(EasyPostClient.class.getName());
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** EasyPost's word. */
  record Answer(int status, JsonNode body) {

    boolean isGood() {
      return status >= 200 && status < 300;
    }

    /** EasyPost's name of an error; empty where there is none. */
    String errorCode() {
      return body.path("error").path("code").asText("");
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http;
  private final URI base;
  private final String authorization;
  private final Duration timeout;

  /** Whether the last request had no answer. */
  private final AtomicBoolean silent = new AtomicBoolean();

  EasyPostClient(String baseUrl, String apiKey, Duration connectTimeout, Duration timeout) {
    this.base = URI.create(baseUrl.strip().replaceFirst("/+$", ""));
    this.authorization =
        "Basic "
            + Base64.getEncoder().encodeToString((apiKey + ":").getBytes(StandardCharsets.UTF_8));
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  Optional<Answer> get(String path) {
    return send(request(path).GET().build());
  }

  Optional<Answer> post(String path, @Nullable ObjectNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", authorization)
        .header("Accept", "application/json");
  }

  private Optional<Answer> send(HttpRequest request) {
    return exchange(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES))
        .filter(EasyPostClient::isNoServerError)
        .flatMap(
            response ->
                parse(response.body()).map(body -> new Answer(response.statusCode(), body)));
  }

  /**
   * The label that lies at an address that EasyPost gave us. Our key is not sent there, and it must
   * be as safe to reach as EasyPost itself.
   */
  Optional<LabelDocument> label(String address) {
    URI uri = uri(address);
    if (uri == null) {
      return Optional.empty();
    }
    return exchange(
            HttpRequest.newBuilder(uri).GET().build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LabelDocument.MAX))
        .filter(response -> response.statusCode() == 200)
        .flatMap(response -> document(response.body()));
  }

  private @Nullable URI uri(String address) {
    try {
      URI uri = URI.create(address);
      boolean ofEasyPost =
          base.getScheme().equals(uri.getScheme())
              && base.getAuthority().equals(uri.getAuthority());
      return ofEasyPost || "https".equals(uri.getScheme()) && uri.getHost() != null ? uri : null;
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  private static Optional<LabelDocument> document(byte[] bytes) {
    try {
      return Optional.of(new LabelDocument(bytes));
    } catch (IllegalArgumentException noPdf) {
      LOG.log(System.Logger.Level.DEBUG, "What EasyPost gave as a label is none");
      return Optional.empty();
    }
  }

  private <T> Optional<HttpResponse<T>> exchange(HttpRequest request, BodyHandler<T> handler) {
    CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, handler);
    try {
      HttpResponse<T> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      silent.set(false);
      return Optional.of(response);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException | CancellationException late) {
      tellOfSilence(late);
      return Optional.empty();
    } catch (ExecutionException failure) {
      tellOfSilence(failure.getCause() == null ? failure : failure.getCause());
      return Optional.empty();
    } finally {
      answer.cancel(true);
    }
  }

  /** Once in a row of failures at a level that is read; and its text may quote what was sent. */
  private void tellOfSilence(Throwable cause) {
    System.Logger.Level level =
        silent.getAndSet(true) ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
    LOG.log(level, "No answer from EasyPost: {0}", cause.getClass().getName());
  }

  private static boolean isNoServerError(HttpResponse<byte[]> response) {
    if (response.statusCode() < 500) {
      return true;
    }
    LOG.log(System.Logger.Level.DEBUG, "EasyPost answers {0}", response.statusCode());
    return false;
  }

  /** The object, where the bytes are one. */
  Optional<JsonNode> parse(byte[] bytes) {
    try {
      return Optional.ofNullable(json.readTree(bytes)).filter(JsonNode::isObject);
    } catch (JacksonException notJson) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new IllegalStateException("reading bytes in memory", impossible);
    }
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "EasyPostClient[" + base.getHost() + "]";
  }
}
