package org.orders.replay.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The wire to the service: JSON over HTTP, sent again while that can help. */
final class Wire {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** Money is read as the decimals that were written. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong repeats = new AtomicLong();
  private volatile boolean everAnswered;
  private final String base;
  private final Patience patience;

  Wire(URI base, InstantSource clock) {
    this.base = base.toString().replaceAll("/+$", "");
    this.patience = new Patience(clock);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Requests sent so far. */
  long requests() {
    return requests.get();
  }

  /** How many of them were sent again. */
  long repeats() {
    return repeats.get();
  }

  /**
   * Sends a request until there is an answer that stands, whatever it says.
   *
   * @throws Unreachable when none came
   */
  Answer send(Call call, @Nullable String bearer) {
    HttpRequest request = request(call, bearer);
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == Patience.ATTEMPTS;
      Duration pause;
      try {
        requests.incrementAndGet();
        Answer answer = read(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        everAnswered = true;
        Optional<Duration> again = patience.afterAnswer(answer, attempt);
        if (again.isEmpty()) {
          return answer;
        }
        if (last) {
          throw new Unreachable(call + ": still " + answer.status() + " " + answer.problem());
        }
        pause = again.get();
      } catch (IOException noAnswer) {
        if (last || (!everAnswered && attempt == Patience.FIRST_ATTEMPTS)) {
          throw new Unreachable(
              call + ": no answer from " + base + " (" + noAnswer + ")", noAnswer);
        }
        pause = patience.afterSilence(attempt);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Unreachable(call + ": interrupted", interrupted);
      }
      repeats.incrementAndGet();
      pause(pause, call);
    }
  }

  private HttpRequest request(Call call, @Nullable String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + call.path()))
            .timeout(ANSWER)
            .header("Accept", "application/json");
    JsonNode body = call.body();
    if (body == null) {
      request.method(call.method(), HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
          .header("Content-Type", "application/json");
    }
    if (call.key() != null) {
      request.header("Idempotency-Key", call.key());
    }
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return request.build();
  }

  private static byte[] bytes(JsonNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a JSON tree that cannot be written", impossible);
    }
  }

  private static Answer read(HttpResponse<byte[]> response) throws IOException {
    return new Answer(response.statusCode(), response.headers(), json(response));
  }

  /** A body that is no JSON (a proxy's page) is as good as none, unless it should be a success. */
  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    try {
      JsonNode tree = JSON.readTree(response.body());
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException noJson) {
      if (response.statusCode() < 300) {
        throw noJson;
      }
      return MissingNode.getInstance();
    }
  }

  private static void pause(Duration pause, Call call) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unreachable(call + ": interrupted", interrupted);
    }
  }
}
