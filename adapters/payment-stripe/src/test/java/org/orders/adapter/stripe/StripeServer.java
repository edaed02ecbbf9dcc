package org.orders.adapter.stripe;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orders.contractkit.payment.GatewayBench.Call;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.VendorServer;

/** A WireMock server that answers as a {@link FakeStripe} says, in whatever weather is ordered. */
final class StripeServer implements ResponseDefinitionTransformerV2 {

  /** How the next call of a kind fares. */
  record Disturbance(Trouble trouble, Deed deed) {}

  /** What happens on the way. */
  enum Trouble {
    TIME_OUT,
    RESET,
    SERVER_ERROR,
    GARBAGE,
    /** The answer begins and then trickles. */
    TRICKLE,
    /** A server error that is recorded under the key. */
    RECORDED_SERVER_ERROR,
    RATE_LIMIT,
    EMPTY
  }

  private static final StripeServer SHARED = new StripeServer();

  private final VendorServer server = new VendorServer(this);
  private final Map<Call, Disturbance> next = new EnumMap<>(Call.class);
  private @Nullable Disturbance nextAnnouncing;
  private FakeStripe stripe = new FakeStripe();

  private StripeServer() {}

  /** The one server of this module's tests, with a new Stripe behind it. */
  static StripeServer with(FakeStripe stripe) {
    synchronized (SHARED) {
      SHARED.stripe = stripe;
      SHARED.next.clear();
      SHARED.nextAnnouncing = null;
    }
    SHARED.server.warmUp();
    return SHARED;
  }

  String url() {
    return server.url();
  }

  synchronized void disturb(Call call, Trouble trouble, Deed deed) {
    next.put(call, new Disturbance(trouble, deed));
  }

  /** How the next creation of an intent fares. */
  synchronized void disturbAnnouncing(Trouble trouble, Deed deed) {
    nextAnnouncing = new Disturbance(trouble, deed);
  }

  private @Nullable Disturbance disturbance(String method, String url) {
    if (method.equals("POST") && url.equals("/v1/payment_intents")) {
      Disturbance announcing = nextAnnouncing;
      nextAnnouncing = null;
      return announcing;
    }
    Call kind = kind(method, url);
    return kind == null ? null : next.remove(kind);
  }

  @Override
  public String getName() {
    return "stripe";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    String method = request.getMethod().getName();
    String key =
        request.containsHeader("Idempotency-Key") ? request.getHeader("Idempotency-Key") : "";
    if (!isStripesClient(request)) {
      return WireMock.aResponse()
          .withStatus(401)
          .withBody("{\"error\": {\"type\": \"invalid_request_error\"}}")
          .build();
    }
    Disturbance disturbance;
    FakeStripe behind;
    synchronized (this) {
      disturbance = disturbance(method, request.getUrl());
      behind = stripe;
    }
    String url = request.getUrl();
    String body = request.getBodyAsString();
    if (disturbance == null) {
      return toResponse(behind.answer(method, url, body, key)).build();
    }
    boolean done = disturbance.deed == Deed.DONE;
    if (disturbance.trouble == Trouble.RECORDED_SERVER_ERROR) {
      return toResponse(behind.breakDown(method, url, body, key, done)).build();
    }
    String answer = done ? behind.answer(method, url, body, key).body() : "{}";
    return switch (disturbance.trouble) {
      case TIME_OUT -> WireMock.ok(answer).withFixedDelay(VendorServer.TOO_LATE_MS).build();
      case TRICKLE ->
          WireMock.ok(answer.repeat(9))
              .withChunkedDribbleDelay(9, VendorServer.TOO_LATE_MS)
              .build();
      case RESET -> VendorServer.brokenConnection(method);
      case SERVER_ERROR -> WireMock.serverError().withBody("{\"error\": {}}").build();
      case GARBAGE -> WireMock.ok("<html>Welcome to the hotel's network</html>").build();
      case EMPTY -> WireMock.ok().build();
      case RATE_LIMIT -> WireMock.aResponse().withStatus(429).withBody("{\"error\": {}}").build();
      case RECORDED_SERVER_ERROR -> throw new IllegalStateException("seen above");
    };
  }

  private static boolean isStripesClient(Request request) {
    return request.containsHeader("Stripe-Version")
        && request.containsHeader("Authorization")
        && request.getHeader("Authorization").equals("Bearer " + StripeBench.API_KEY)
        && request.containsHeader("User-Agent")
        && request.getHeader("User-Agent").startsWith("Stripe/v1 JavaBindings/");
  }

  private static ResponseDefinitionBuilder toResponse(FakeStripe.Answer answer) {
    ResponseDefinitionBuilder response =
        WireMock.aResponse()
            .withStatus(answer.status())
            .withHeader("Content-Type", "application/json")
            .withBody(answer.body());
    return answer.replayed() ? response.withHeader("Idempotent-Replayed", "true") : response;
  }

  private static Call kind(String method, String url) {
    if (method.equals("GET")) {
      return Call.LOOK_UP;
    }
    if (url.endsWith("/confirm")) {
      return Call.CHARGE;
    }
    if (url.equals("/v1/refunds")) {
      return Call.REFUND;
    }
    // Cancelling an intent is never disturbed.
    return url.equals("/v1/payment_methods") ? Call.TOKENIZE : null;
  }
}
