package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;
import org.orders.integration.harness.StockBooks;

@ShopTest
class CardPaymentsIT {

  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

  private final Shop shop;
  private final SignedInCustomer ada;

  CardPaymentsIT(Shop shop) {
    this.shop = shop;
    this.ada = shop.newCustomer();
  }

  @Test
  void aCardPaymentIsTakenAndThenSettled() {
    var order = order();
    var begun = accepted(pay(ada, order, Cards.GOOD), 202);
    begun
        .then()
        .header("Location", equalTo("/payments/" + begun.path("id")))
        .body("status", equalTo("PENDING"))
        .body("method.type", equalTo("card"))
        .body("method.brand", equalTo("visa"))
        .body("method.last4", equalTo("4242"))
        .body("amount", amount("25.00"));
    settled(begun.path("id"), "CAPTURED");
    shop.order(order)
        .then()
        .body("status", equalTo("CONFIRMED"))
        .body("paymentStatus", equalTo("CAPTURED"));
    assertProblem(pay(ada, order, Cards.GOOD), 409, "already-paid");
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000002, card_declined",
    "4000000000009995, insufficient_funds",
  })
  void aDeclinedCardLeavesTheOrderOpenForAnother(String number, String reason) {
    var order = order();
    String id = accepted(pay(ada.with("Prefer", "wait=20"), order, number), 201).path("id");
    settled(id, "DECLINED").then().body("declineReason", equalTo(reason));
    shop.order(order).then().body("status", equalTo("PENDING"));
    accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.GOOD), 201)
        .then()
        .body("id", equalTo(id))
        .body("status", equalTo("CAPTURED"))
        .body("declineReason", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4000000000000119", "4000000000000341"})
  void failuresOnTheWayAreOvercome(String number) {
    var order = order();
    String id = accepted(pay(ada, order, number), 202).path("id");
    settled(id, "CAPTURED");
    shop.order(order).then().body("status", equalTo("CONFIRMED"));
  }

  @Test
  void aTokenPaysToo() {
    var order = order();
    accepted(
            ada.with("Prefer", "wait=20")
                .post(
                    "/payments",
                    Map.of(
                        "orderId", order, "method", Map.of("type", "token", "token", "tok_visa"))),
            201)
        .then()
        .body("status", equalTo("CAPTURED"))
        .body("method.type", equalTo("token"));
  }

  @Test
  void whoPrefersToWaitHearsOfTheSettling() {
    var key = Shop.uniqueKey();
    var order = order();
    var waiting = ada.with("Prefer", "respond-async, wait=20").withKey(key);
    var settled = accepted(pay(waiting, order, Cards.GOOD), 201);
    settled
        .then()
        .header("Preference-Applied", equalTo("wait=20"))
        .body("status", equalTo("CAPTURED"));
    accepted(pay(ada.withKey(key), order, Cards.GOOD), 202)
        .then()
        .header("Idempotent-Replayed", equalTo("true"))
        .body("status", equalTo("PENDING"));
    accepted(pay(waiting, order, Cards.GOOD), 201)
        .then()
        .header("Idempotent-Replayed", equalTo("true"))
        .body("status", equalTo("CAPTURED"));
  }

  @Test
  void whatCannotBeACardIsRefusedFirst() {
    var order = order();
    var card = new LinkedHashMap<>(Cards.card("4242424242424241"));
    card.put("expiryYear", 2020);
    card.put("cvc", "12");
    var answer = ada.post("/payments", Map.of("orderId", order, "method", card));
    assertProblem(answer, 400, "validation-failed");
    assertThat(answer.asString()).doesNotContain("4242424242424241");
    assertInvalid(pay(ada, order, "4242424242424241"), "/method/number");
    accepted(ada.get("/orders/" + order), 200).then().body("paymentId", nullValue());
  }

  @Test
  void nobodyPaysSomebodyElsesOrder() {
    assertProblem(pay(shop.newCustomer(), order(), Cards.GOOD), 404, "not-found");
    assertProblem(pay(ada, UUID.randomUUID().toString(), Cards.GOOD), 404, "not-found");
  }

  @Test
  void ofManyWhoPayAtOnceOneIsCharged() {
    var order = order();
    var answers =
        Rush.of(
            16,
            i ->
                ada.quickly(
                    "POST",
                    "/payments",
                    Map.of("orderId", order, "method", Cards.card(Cards.GOOD))));
    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .allSatisfy(
            answer -> assertThat(answer.problem()).isIn("payment-in-progress", "already-paid"));
    String id = accepted(ada.get("/orders/" + order), 200).path("paymentId");
    settled(id, "CAPTURED");
    new StockBooks(shop).agree();
  }

  @Test
  void refundsArePartialAndNeverMoreThanIsLeft() {
    var order = order();
    String id = accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.GOOD), 201).path("id");
    assertProblem(ada.post("/payments/" + id + "/refunds"), 403, "forbidden");
    var first =
        accepted(
            shop.service()
                .post("/payments/" + id + "/refunds", Map.of("amount", 10, "reason", "torn")),
            202);
    String refund = first.path("id");
    first
        .then()
        .header("Location", equalTo("/payments/" + id + "/refunds/" + refund))
        .body("status", equalTo("PENDING"))
        .body("paymentId", equalTo(id))
        .body("reason", equalTo("torn"));
    assertProblem(
        shop.service().post("/payments/" + id + "/refunds", Map.of("amount", 15.01)),
        409,
        "refund-exceeds-payment");
    assertInvalid(
        shop.service().post("/payments/" + id + "/refunds", Map.of("amount", 0)), "/amount");
    settled(id, "PARTIALLY_REFUNDED").then().body("refundedAmount", amount("10"));
    accepted(ada.get("/payments/" + id + "/refunds/" + refund), 200)
        .then()
        .body("status", equalTo("SUCCEEDED"));
    var answers =
        Rush.of(
            16,
            i -> shop.admin().quickly("POST", "/payments/" + id + "/refunds", Map.of("amount", 5)));
    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("refund-exceeds-payment"));
    settled(id, "REFUNDED").then().body("refundedAmount", amount("25.00"));
  }

  @Test
  void aCancelledPaidOrderIsRefundedOnce() {
    var order = order();
    String id = accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.GOOD), 201).path("id");
    Rush.of(16, i -> ada.quickly("POST", "/orders/" + order + "/cancel", Map.of()));
    settled(id, "REFUNDED").then().body("refundedAmount", amount("25.00"));
    shop.order(order).then().body("status", equalTo("CANCELLED"));
  }

  @Test
  void cancellingMayRaceTheCapture() {
    for (int round = 0; round < 10; round++) {
      var order = order();
      String id = accepted(pay(ada, order, Cards.GOOD), 202).path("id");
      accepted(ada.post("/orders/" + order + "/cancel"), 200);
      Patience.await(
          "the payment is void or went back",
          SETTLED_WITHIN,
          () ->
              java.util.List.of("VOIDED", "REFUNDED")
                  .contains(accepted(ada.get("/payments/" + id), 200).<String>path("status")));
    }
    new StockBooks(shop).agree();
  }

  @Test
  void theListFindsThePaymentOfAnOrder() {
    var order = order();
    String id = accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.GOOD), 201).path("id");
    accepted(shop.admin().get("/admin/payments?status=CAPTURED&orderId=" + order), 200)
        .then()
        .body("items.id", contains(id));
  }

  @Test
  void anUnsignedWebhookIsRefused() {
    assertProblem(
        shop.anyone().post("/payments/webhooks/simulator", Map.of("id", "1")), 403, "forbidden");
    assertProblem(
        shop.anyone().post("/payments/webhooks/nobody", Map.of("id", "1")), 404, "not-found");
  }

  private Response settled(String payment, String status) {
    Patience.await(
        "payment " + payment + " is " + status,
        SETTLED_WITHIN,
        () ->
            status.equals(
                accepted(shop.admin().get("/payments/" + payment), 200).<String>path("status")));
    return accepted(shop.admin().get("/payments/" + payment), 200);
  }

  private String order() {
    return ada.placesOrder(shop.newProduct("12.50", 9), 2);
  }

  private static Response pay(Caller caller, String order, String number) {
    return caller.post("/payments", Map.of("orderId", order, "method", Cards.card(number)));
  }
}
