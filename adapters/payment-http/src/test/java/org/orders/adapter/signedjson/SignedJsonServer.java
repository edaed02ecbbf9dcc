package org.orders.adapter.signedjson;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.orders.contractkit.payment.GatewayBench.Call;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;

/** A server that answers as the gateway's books say, in whatever weather is ordered. */
final class SignedJsonServer implements ResponseDefinitionTransformerV2 {

  /** Longer than the client of the tests waits. */
  private static final int TOO_LATE_MS = 1_400;

  private record Disturbance(Fault fault, Deed deed) {}

  private static final SignedJsonServer SHARED = new SignedJsonServer();

  private final WireMockServer server;
  private final AtomicBoolean cold = new AtomicBoolean(true);
  private final Map<Call, Disturbance> next = new EnumMap<>(Call.class);
  private SignedJsonBooks books = new SignedJsonBooks();
  private SignedJsonKey key = new SignedJsonKey("none");

  private SignedJsonServer() {
    server =
        new WireMockServer(
            options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(40)
                .disableRequestJournal()
                .extensions(this));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(WireMock.ok()));
  }

  /** The first request takes a server long enough to pass for a time-out. */
  private void warmUp() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(URI.create(url() + "/warm-up")).build(),
          BodyHandlers.discarding());
    } catch (IOException cold) {
      throw new UncheckedIOException(cold);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The one server of this module's tests, with new books. */
  static SignedJsonServer with(SignedJsonBooks books, SignedJsonKey key) {
    synchronized (SHARED) {
      SHARED.books = books;
      SHARED.key = key;
      SHARED.next.clear();
    }
    if (SHARED.cold.getAndSet(false)) {
      SHARED.warmUp();
    }
    return SHARED;
  }

  String url() {
    return server.baseUrl();
  }

  synchronized void disturb(Call call, Fault fault, Deed deed) {
    next.put(call, new Disturbance(fault, deed));
  }

  @Override
  public String getName() {
    return "gateway";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    String method = request.getMethod().getName();
    String path = request.getUrl();
    String body = request.getBodyAsString();
    String signature =
        request.containsHeader(SignedJsonKey.HEADER) ? request.getHeader(SignedJsonKey.HEADER) : "";
    SignedJsonKey.Verdict verdict =
        key.verify(
            method + " " + path + "." + body, signature, Instant.now(), Duration.ofMinutes(5));
    if (verdict != SignedJsonKey.Verdict.GENUINE) {
      return WireMock.unauthorized().build();
    }
    Disturbance disturbance;
    synchronized (this) {
      disturbance = next.remove(kind(method, path));
    }
    if (disturbance == null) {
      return answer(method, path, body, signature).build();
    }
    ResponseDefinitionBuilder answer =
        disturbance.deed == Deed.DONE ? answer(method, path, body, signature) : WireMock.ok("{}");
    return switch (disturbance.fault) {
      case TIME_OUT -> answer.withFixedDelay(TOO_LATE_MS).build();
      // Java's client repeats a reading whose connection breaks before the answer begins.
      case RESET ->
          WireMock.aResponse()
              .withFault(
                  method.equals("GET")
                      ? com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK
                      : com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
              .build();
      case SERVER_ERROR -> WireMock.serverError().build();
      case GARBAGE -> WireMock.ok("<html>Welcome to the hotel's network</html>").build();
    };
  }

  private ResponseDefinitionBuilder answer(String method, String path, String body, String asked) {
    try {
      SignedJsonBooks.Reply reply = books.answer(method, path, body);
      return WireMock.aResponse()
          .withStatus(reply.status())
          .withHeader(
              SignedJsonKey.HEADER,
              key.sign(asked + "." + reply.status() + "." + reply.body(), Instant.now()))
          .withBody(reply.body());
    } catch (Exception broken) {
      throw new IllegalStateException("The gateway's side of the test broke", broken);
    }
  }

  private static Call kind(String method, String path) {
    return switch (method) {
      case "GET", "DELETE" -> Call.LOOK_UP;
      case "POST" -> Call.TOKENIZE;
      default -> path.contains("/refunds/") ? Call.REFUND : Call.CHARGE;
    };
  }
}
