package org.orders.adapter.easypost;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.orders.contractkit.fulfilment.CarrierBench.Call;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.VendorServer;

/**
 * A WireMock server that answers as a {@link FakeEasyPost} says, in whatever weather is ordered.
 */
final class EasyPostServer implements ResponseDefinitionTransformerV2 {

  private static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((EasyPostBench.API_KEY + ":").getBytes(StandardCharsets.UTF_8));

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
    RATE_LIMIT,
    EMPTY,
    /** The answer is of another shipment. */
    MIXED_UP
  }

  private static final EasyPostServer SHARED = new EasyPostServer();

  private final VendorServer server = new VendorServer(this);
  private final Map<Call, Disturbance> next = new EnumMap<>(Call.class);
  private FakeEasyPost easyPost = new FakeEasyPost();
  private boolean labelsAreGone;

  private EasyPostServer() {}

  /** The one server of this module's tests, with a new EasyPost behind it. */
  static EasyPostServer with(FakeEasyPost easyPost) {
    synchronized (SHARED) {
      SHARED.easyPost = easyPost.at(SHARED.url());
      SHARED.next.clear();
      SHARED.labelsAreGone = false;
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

  /** From now on labels are not found, or found again. */
  synchronized void loseLabels(boolean lost) {
    labelsAreGone = lost;
  }

  @Override
  public String getName() {
    return "easypost";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    String method = request.getMethod().getName();
    String url = request.getUrl();
    boolean ofLabel = url.startsWith("/labels/");
    // The key belongs to the API and to nobody else.
    if (ofLabel == request.containsHeader("Authorization")
        || !ofLabel && !AUTHORIZATION.equals(request.getHeader("Authorization"))) {
      return WireMock.aResponse().withStatus(401).withBody("{\"error\": {}}").build();
    }
    Disturbance disturbance;
    FakeEasyPost behind;
    boolean gone;
    synchronized (this) {
      Call kind = kind(method, url);
      disturbance = kind == null ? null : next.remove(kind);
      behind = easyPost;
      gone = labelsAreGone;
    }
    if (ofLabel && gone) {
      return WireMock.notFound().build();
    }
    if (disturbance == null) {
      FakeEasyPost.Answer answer = behind.answer(method, url, request.getBodyAsString());
      return WireMock.aResponse()
          .withStatus(answer.status())
          .withHeader("Content-Type", "application/json")
          .withBody(answer.body())
          .build();
    }
    String answer =
        disturbance.deed == Deed.DONE
            ? behind.answer(method, url, request.getBodyAsString()).body()
            : "{}";
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
      case MIXED_UP ->
          WireMock.ok(
                  "{\"id\": \"shp_other\", \"reference\": \"other\", \"tracking_code\": \"9\","
                      + " \"postage_label\": {\"label_url\": \""
                      + url()
                      + "/labels/x.pdf\"}}")
              .build();
    };
  }

  private static Call kind(String method, String url) {
    if (url.startsWith("/labels/")) {
      return null;
    }
    if (method.equals("GET")) {
      return Call.LOOK_UP;
    }
    if (url.endsWith("/buy")) {
      return Call.BUY;
    }
    if (url.endsWith("/refund")) {
      return Call.VOID;
    }
    return url.equals("/v2/shipments") ? Call.PREPARE : null;
  }
}
