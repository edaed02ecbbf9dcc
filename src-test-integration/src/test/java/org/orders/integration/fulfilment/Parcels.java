package org.orders.integration.fulfilment;

import static org.orders.integration.harness.Answers.accepted;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Shop;

/** What those do who pack parcels, and the built-in carrier that takes them. */
final class Parcels {

  static final Duration SOON = Duration.ofSeconds(30);

  private final Shop shop;

  Parcels(Shop shop) {
    this.shop = shop;
  }

  /** An order that is paid by invoice. */
  String paid(String customer, Product product, int quantity) {
    String order = shop.placeFor(customer, product, quantity).path("id");
    return pay(order);
  }

  String pay(String order) {
    accepted(
        shop.admin()
            .post("/payments", Map.of("orderId", order, "method", Map.of("type", "invoice"))),
        201);
    return order;
  }

  Response fulfil(String order, Map<String, ?> body) {
    return shop.service().put("/orders/" + order + "/fulfillment", body);
  }

  Response shipments(String order) {
    return accepted(shop.admin().get("/orders/" + order + "/shipments"), 200);
  }

  /** The order once it is in the state. */
  void await(String order, String status) {
    Patience.await(
        "order " + order + " is " + status,
        SOON,
        () -> status.equals(shop.order(order).<String>path("status")));
  }

  /** The shipment's tracking number, once it has one. */
  String number(String order, String shipment) {
    Patience.await("a label", SOON, () -> track(order, shipment).statusCode() == 200);
    return track(order, shipment).path("trackingNumber");
  }

  Response track(String order, String shipment) {
    return shop.service().get("/orders/" + order + "/tracking?shipmentId=" + shipment);
  }

  String line(String order, int index) {
    return shop.order(order).path("items[" + index + "].id");
  }

  static Map<String, Object> some(String item, int quantity) {
    return Map.of("lines", List.of(Map.of("itemId", item, "quantity", quantity)));
  }

  /** A word of the built-in carrier. */
  static String word(String id, String number, String status, Instant at) {
    return """
        {"id":"%s","trackingNumber":"%s","status":"%s","at":"%s","location":"Leeds","detail":"as told"}"""
        .formatted(id, number, status, at);
  }

  /** Tells the service something in the carrier's name. */
  Response tell(String body) {
    return signed(body, RunningService.CARRIER_SECRET).post("/carriers/local/events", body);
  }

  /** A caller who signs as if it were the carrier. */
  Caller signed(String body, String secret) {
    String time = Long.toString(Instant.now().getEpochSecond());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return shop.anyone()
          .with("Carrier-Signature", "t=" + time + ",v1=" + HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
