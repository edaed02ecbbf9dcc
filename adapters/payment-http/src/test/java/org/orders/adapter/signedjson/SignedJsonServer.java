package org.orders.adapter.signedjson;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.orders.contractkit.payment.GatewayBench.Call;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.VendorServer;

/** A server that answers as the gateway's books say, in whatever weather is ordered. */
final class SignedJsonServer implements ResponseDefinitionTransformerV2 {

  private record Disturbance(Fault fault, Deed deed) {}

  private static final SignedJsonServer SHARED = new SignedJsonServer();

  private final VendorServer server = new VendorServer(this);
  private final Map<Call, Disturbance> next = new EnumMap<>(Call.class);
  private SignedJsonBooks books = new SignedJsonBooks();
  private SignedJsonKey key = new SignedJsonKey("none");

  private SignedJsonServer() {}

  /** The one server of this module's tests, with new books. */
  static SignedJsonServer with(SignedJsonBooks books, SignedJsonKey key) {
    synchronized (SHARED) {
      SHARED.books = books;
      SHARED.key = key;
      SHARED.next.clear();
    }
    SHARED.server.warmUp();
    return SHARED;
  }

  String url() {
    return server.url();
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
      case TIME_OUT -> answer.withFixedDelay(VendorServer.TOO_LATE_MS).build();
      case RESET -> VendorServer.brokenConnection(method);
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
