package org.orders.integration.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.integration.fulfilment.Parcels.some;
import static org.orders.integration.fulfilment.Parcels.word;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Mailbox;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;
import org.orders.integration.harness.StockBooks;

@ShopTest
class FulfilmentIT {

  private final Shop shop;
  private final Parcels parcels;
  private final Mailbox mailbox = new Mailbox();

  FulfilmentIT(Shop shop) {
    this.shop = shop;
    this.parcels = new Parcels(shop);
  }

  @Test
  void aPaidOrderGetsItsLabelAndIsShipped() {
    SignedInCustomer ada = shop.newCustomer();
    Product lamp = shop.newProduct("10.00", 9);
    String order = parcels.pay(ada.placesOrder(lamp, 2));
    assertProblem(ada.get("/orders/" + order + "/tracking"), 404, "not-shipped");
    assertProblem(shop.admin().get("/orders/" + order + "/label"), 404, "not-shipped");

    var asked = accepted(parcels.fulfil(order, Map.of()), 202);
    String shipment = asked.path("id");
    asked
        .then()
        .header("Location", "/orders/" + order + "/shipments/" + shipment)
        .body("orderId", equalTo(order))
        .body("carrier", equalTo("local"))
        .body("lines", hasSize(1))
        .body("lines[0].quantity", equalTo(2));
    assertThat(accepted(parcels.fulfil(order, Map.of()), 202).<String>path("id"))
        .isEqualTo(shipment);
    parcels.await(order, "SHIPPED");

    assertThat(accepted(parcels.fulfil(order, Map.of()), 202).<String>path("id"))
        .as("asked once more")
        .isEqualTo(shipment);
    String number = accepted(ada.get("/orders/" + order + "/tracking"), 200).path("trackingNumber");
    assertThat(number).matches("[A-Z]{2}[0-9]{9}[A-Z]{2}");
    parcels
        .shipments(order)
        .then()
        .body("", hasSize(1))
        .body("[0].status", equalTo("LABELLED"))
        .body("[0].trackingNumber", equalTo(number));
    assertThat(shop.reserved(lamp)).isZero();
    assertThat(shop.inventory(lamp)).isEqualTo(7);
    var read = accepted(ada.get("/orders/" + order + "/shipments/" + shipment), 200);
    accepted(
        ada.with("If-None-Match", etag(read)).get("/orders/" + order + "/shipments/" + shipment),
        304);
    var stranger = shop.newCustomer();
    for (String path : List.of("/tracking", "/shipments", "/shipments/" + shipment)) {
      assertProblem(stranger.get("/orders/" + order + path), 404, "not-found");
    }
    assertProblem(ada.get("/orders/" + order + "/label"), 403, "forbidden");
    assertThat(mailbox.await(ada.email(), "is on its way").text())
        .contains("- 2 x ", number, "/orders/" + order + "/tracking?shipmentId=" + shipment);
  }

  @Test
  void aLabelIsAPdf() {
    String order = paid(1);
    accepted(parcels.fulfil(order, Map.of()), 202);
    parcels.await(order, "SHIPPED");

    var label = accepted(shop.service().get("/orders/" + order + "/label"), 200);
    assertThat(label.contentType()).isEqualTo("application/pdf");
    byte[] pdf = label.asByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void anOrderLeavesInParts() {
    Product lamp = shop.newProduct("10.00", 9);
    Product bulb = shop.newProduct("2.00", 9);
    String customer = shop.newCustomerWithoutLogin();
    var body = Shop.basket(lamp.times(2), bulb.times(3));
    body.put("customerId", customer);
    String order = accepted(shop.service().post("/orders", body), 201).path("id");
    parcels.pay(order);
    String lamps = parcels.line(order, 0);
    String bulbs = parcels.line(order, 1);

    String first = accepted(parcels.fulfil(order, some(lamps, 1)), 202).path("id");
    String firstNumber = parcels.number(order, first);
    parcels.await(order, "PROCESSING");
    assertThat(shop.reserved(lamp)).isEqualTo(1);
    assertThat(shop.reserved(bulb)).isEqualTo(3);
    assertThat(drifts()).doesNotContain(lamp.id(), bulb.id());
    assertProblem(shop.service().post("/orders/" + order + "/cancel"), 409, "partially-shipped");
    assertThat(shop.order(order).<List<String>>path("allowedActions"))
        .contains("fulfil")
        .doesNotContain("cancel", "deliver");
    assertProblem(parcels.fulfil(order, some(lamps, 2)), 409, "fulfilment-exceeds-order");
    String second =
        accepted(
                shop.service()
                    .withKey(Shop.uniqueKey())
                    .put("/orders/" + order + "/fulfillment", some(lamps, 1)),
                202)
            .path("id");
    assertThat(second).as("another key, another parcel").isNotEqualTo(first);
    String third = accepted(parcels.fulfil(order, some(bulbs, 3)), 202).path("id");
    parcels.await(order, "SHIPPED");

    assertThat(List.of(firstNumber, parcels.number(order, second), parcels.number(order, third)))
        .doesNotHaveDuplicates();
    assertThat(shop.reserved(lamp)).isZero();
    assertThat(shop.reserved(bulb)).isZero();
    accepted(parcels.fulfil(order, Map.of("shipmentId", first, "status", "DELIVERED")), 200)
        .then()
        .body("status", equalTo("DELIVERED"));
    parcels.await(order, "SHIPPED");
    accepted(parcels.fulfil(order, Map.of("status", "DELIVERED")), 200);
    parcels.await(order, "DELIVERED");
    accepted(parcels.fulfil(order, Map.of("status", "DELIVERED")), 200);
    assertProblem(shop.service().post("/orders/" + order + "/cancel"), 409, "illegal-transition");
  }

  @Test
  void whatCannotBeFulfilledIsRefused() {
    Product lamp = shop.newProduct("10.00", 9);
    String unpaid = shop.placeFor(shop.newCustomerWithoutLogin(), lamp, 1).path("id");
    assertProblem(parcels.fulfil(unpaid, Map.of()), 409, "illegal-transition");
    assertProblem(parcels.fulfil(unpaid, Map.of("status", "DELIVERED")), 409, "illegal-transition");
    String order = paid(2);
    accepted(shop.admin().put("/admin/orders/" + order, Map.of("onHold", true)), 200);
    assertProblem(parcels.fulfil(order, Map.of()), 409, "on-hold");
    accepted(shop.admin().put("/admin/orders/" + order, Map.of("onHold", false)), 200);
    assertProblem(parcels.fulfil(order, Map.of("carrier", "nobody")), 422, "unknown-carrier");
    assertProblem(
        parcels.fulfil(order, some(UUID.randomUUID().toString(), 1)), 422, "unknown-item");
    assertProblem(
        parcels.fulfil(order, some(parcels.line(order, 0), 3)), 409, "fulfilment-exceeds-order");
    assertInvalid(parcels.fulfil(order, some("x", 0)), "/lines/0/itemId", "/lines/0/quantity");
    assertInvalid(parcels.fulfil(order, Map.of("status", "SHIPPED")), "/status");
    assertInvalid(
        parcels.fulfil(order, Map.of("status", "DELIVERED", "carrier", "local")), "/carrier");
    assertProblem(
        parcels.fulfil(
            order, Map.of("status", "DELIVERED", "shipmentId", UUID.randomUUID().toString())),
        404,
        "not-found");
    assertProblem(
        shop.newCustomer().put("/orders/" + order + "/fulfillment", Map.of()), 403, "forbidden");
    assertProblem(
        shop.service()
            .with("If-Match", "\"stale\"")
            .put("/orders/" + order + "/fulfillment", Map.of()),
        412,
        "stale-version");
    shop.order(order).then().body("status", equalTo("CONFIRMED"));
    parcels.shipments(order).then().body("", hasSize(0));
  }

  @Test
  void aRetryUnderItsKeyHearsTheFirstAnswer() {
    String order = paid(1);
    var once = shop.service().withKey(Shop.uniqueKey());
    var first = accepted(once.put("/orders/" + order + "/fulfillment", Map.of()), 202);
    parcels.await(order, "SHIPPED");

    var again = accepted(once.put("/orders/" + order + "/fulfillment", Map.of()), 202);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.asString()).isEqualTo(first.asString());
  }

  @Test
  void theCarriersWordsAreHeardInAnyOrder() {
    String order = paid(1);
    String shipment = accepted(parcels.fulfil(order, Map.of()), 202).path("id");
    String number = parcels.number(order, shipment);
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    List<String> words = new ArrayList<>();
    for (String status : List.of("ACCEPTED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED")) {
      Instant at = noon.plusSeconds(3600L * words.size());
      words.add(word("e-" + status + "-" + number, number, status, at));
    }
    words.addAll(List.copyOf(words));
    Collections.shuffle(words, new Random(5));
    words.forEach(word -> accepted(parcels.tell(word), 204));

    parcels.await(order, "DELIVERED");
    var tracking = accepted(shop.service().get("/orders/" + order + "/tracking"), 200);
    assertThat(tracking.<String>path("status")).isEqualTo("DELIVERED");
    assertThat(tracking.<List<String>>path("events.status"))
        .containsSubsequence("ACCEPTED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED")
        .hasSize(5);
    String late = word("late-" + number, number, "IN_TRANSIT", noon.plusSeconds(1));
    accepted(parcels.tell(late), 204);
    parcels.track(order, shipment).then().body("status", equalTo("DELIVERED"));
    String forged = word("forged-" + number, number, "RETURNED", noon);
    assertProblem(
        parcels.signed(forged, "guessed").post("/carriers/local/events", forged), 403, "forbidden");
    assertProblem(shop.anyone().post("/carriers/local/events", forged), 403, "forbidden");
    assertProblem(shop.anyone().post("/carriers/nobody/events", forged), 404, "not-found");
    String beyondTime =
        word("x-" + number, number, "RETURNED", Instant.parse("+300000-01-01T00:00:00Z"));
    assertProblem(parcels.tell(beyondTime), 403, "forbidden");
    String unstorable = word("x\\u0000" + number, number, "RETURNED", noon);
    assertProblem(parcels.tell(unstorable), 403, "forbidden");
    accepted(parcels.tell(word("strange-" + number, "RR000000005XX", "DELIVERED", noon)), 204);
  }

  @Test
  void whatIsWalkedByHandIsAShipmentToo() {
    String order = paid(1);
    for (String status : List.of("PROCESSING", "SHIPPED", "DELIVERED")) {
      accepted(shop.walk(order, status), 200).then().body("status", equalTo(status));
    }
    parcels
        .shipments(order)
        .then()
        .body("", hasSize(1))
        .body("[0].status", equalTo("DELIVERED"))
        .body("[0].carrier", equalTo("manual"))
        .body("[0].trackingNumber", nullValue());
    assertProblem(shop.admin().get("/orders/" + order + "/label"), 404, "not-shipped");
    accepted(shop.admin().get("/orders/" + order + "/tracking"), 200);
  }

  @Test
  void aLabelThatCannotBeHadLeavesTheOrderToBeCancelled() {
    Product lamp = shop.newProduct("10.00", 9);
    var address = Shop.address("McMurdo Station");
    address.put("country", "AQ");
    var body = Shop.basket(lamp.times(1));
    body.put("customerId", shop.newCustomerWithoutLogin());
    body.put("shippingAddress", address);
    String order = accepted(shop.service().post("/orders", body), 201).path("id");
    parcels.pay(order);

    String shipment = accepted(parcels.fulfil(order, Map.of()), 202).path("id");
    Patience.await(
        "the refusal",
        Parcels.SOON,
        () -> parcels.shipments(order).<String>path("[0].status").equals("FAILED"));
    parcels.shipments(order).then().body("[0].failure", equalTo("address_not_deliverable"));
    parcels.await(order, "PROCESSING");
    Patience.await(
        "the dead letter",
        Parcels.SOON,
        () ->
            accepted(shop.admin().get("/admin/jobs?state=DEAD&type=buy-label&limit=200"), 200)
                .<List<String>>path("items.key")
                .contains(shipment));

    accepted(shop.service().post("/orders/" + order + "/cancel"), 200);
    parcels.shipments(order).then().body("[0].status", equalTo("VOIDED"));
    assertThat(shop.inventory(lamp)).isEqualTo(9);
    assertThat(
            accepted(shop.admin().get("/admin/jobs?state=DEAD&type=buy-label&limit=200"), 200)
                .<List<String>>path("items.key"))
        .as("the letter is dead with its matter")
        .doesNotContain(shipment);
  }

  @Test
  void aGuestFollowsTheirParcel() {
    Product lamp = shop.newProduct("10.00", 9);
    var placed = accepted(shop.anyone().post("/orders", Shop.guestBasket(lamp.times(1))), 201);
    String order = placed.path("id");
    parcels.pay(order);
    accepted(parcels.fulfil(order, Map.of()), 202);
    parcels.await(order, "SHIPPED");

    var guest = shop.bearer(placed.path("accessToken"));
    accepted(guest.get("/orders/" + order + "/tracking"), 200);
    accepted(guest.get("/orders/" + order + "/shipments"), 200);
  }

  private List<String> drifts() {
    return accepted(shop.admin().post("/admin/inventory/reconcile"), 200).path("drifts.productId");
  }

  private String paid(int quantity) {
    return parcels.paid(shop.newCustomerWithoutLogin(), shop.newProduct("10.00", 9), quantity);
  }

  @AfterEach
  void theBooksAgree() {
    new StockBooks(shop).agree();
  }
}
