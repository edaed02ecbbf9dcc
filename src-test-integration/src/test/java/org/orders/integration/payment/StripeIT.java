package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;
import org.orders.integration.payment.FakeStripeServer.Seen;
import org.orders.integration.payment.FakeStripeServer.Step;
import org.orders.integration.payment.FakeStripeServer.Trouble;

/**
 * The packaged service with a server that speaks Stripe's API, over a network that loses things.
 */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StripeIT {

  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
  private static final Webhooks WEBHOOKS = Webhooks.stripe("whsec_of_the_shop");

  private final FakeStripeServer server = new FakeStripeServer();
  private final FakeStripe stripe = server.stripe();
  private final Database database;
  private final Shop shop;
  private final SignedInCustomer ada;

  StripeIT(Services services) {
    this.database = services.newDatabase();
    this.shop =
        services
            .start(
                "stripe",
                database,
                Map.of(
                    "ORDERS_PAYMENT_GATEWAY",
                    "stripe",
                    "ORDERS_PAYMENT_STRIPE_BASE_URL",
                    server.url(),
                    "ORDERS_PAYMENT_STRIPE_API_KEY",
                    FakeStripeServer.API_KEY,
                    "ORDERS_PAYMENT_STRIPE_WEBHOOK_SECRET",
                    WEBHOOKS.secret(),
                    "ORDERS_PAYMENT_STRIPE_TIMEOUT",
                    "1s"))
            .shop();
    this.ada = shop.newCustomer();
  }

  @AfterAll
  void end() {
    server.close();
  }

  @Test
  void anIntentIsCreatedThenConfirmedEachUnderAKeyOfItsOwn() {
    String order = order();
    String id =
        accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.UNMISTAKABLE), 201).path("id");
    accepted(ada.get("/payments/" + id), 200)
        .then()
        .body("status", equalTo("CAPTURED"))
        .body("method.brand", equalTo("visa"))
        .body("method.last4", equalTo("1486"));
    List<Seen> seen = server.seen(order);
    assertThat(seen).extracting(Seen::step).containsExactly(Step.CREATE, Step.CONFIRM);
    assertThat(seen.get(1).key()).startsWith(seen.get(0).key()).isNotEqualTo(seen.get(0).key());
    assertThat(stripe.kept(order)).isEqualTo(2_500);
    assertThat(server.seen())
        .filteredOn(request -> request.step() != Step.TOKENIZE)
        .noneMatch(request -> request.body().contains(Cards.UNMISTAKABLE));
  }

  @Test
  void whateverIsLostOnTheWayOneChargeIsMadeAndOneRefund() {
    Map<String, String> orders =
        List.of(Step.CREATE, Step.CONFIRM).stream()
            .flatMap(step -> List.of(Trouble.values()).stream().map(it -> disturbed(step, it)))
            .collect(Collectors.toMap(order -> order, order -> payment(order)));
    orders.forEach((order, payment) -> await(payment, "CAPTURED"));
    assertThat(orders.keySet())
        .allSatisfy(
            order -> {
              assertThat(stripe.captures(order)).as(server.seen(order).toString()).isEqualTo(1);
              assertThat(stripe.kept(order)).isEqualTo(2_500);
            });

    List<Trouble> troubles = new ArrayList<>(List.of(Trouble.values()));
    for (String order : orders.keySet()) {
      if (!troubles.isEmpty()) {
        server.disturb(Step.REFUND, order, troubles.removeFirst());
      }
      accepted(ada.post("/orders/" + order + "/cancel"), 200);
    }
    orders.forEach((order, payment) -> await(payment, "REFUNDED"));
    assertThat(orders.keySet())
        .allSatisfy(
            order -> {
              assertThat(stripe.refunds(order)).as(server.seen(order).toString()).isEqualTo(1);
              assertThat(stripe.kept(order)).isZero();
            });
    assertThat(stripe.complaints()).isEmpty();
  }

  @Test
  void aLookUpThatIsLostSettlesNothing() {
    String order = order();
    server.disturb(Step.CONFIRM, order, Trouble.RESET_AFTERWARDS);
    server.disturbAll(Step.LOOK_UP, order, Trouble.BAD_GATEWAY);
    String payment = payment(order);
    Patience.await("a look-up", SETTLED_WITHIN, () -> counts(order, Step.LOOK_UP) > 1);
    accepted(ada.get("/payments/" + payment), 200).then().body("status", equalTo("PENDING"));
    assertProblem(pay(ada, order, Cards.GOOD), 409, "payment-in-progress");
    server.letPass(Step.LOOK_UP, order);
    await(payment, "CAPTURED");
    assertThat(stripe.captures(order)).isEqualTo(1);
    assertThat(counts(order, Step.CONFIRM)).isEqualTo(1);
  }

  @Test
  void aDeclinedCardLeavesTheOrderOpenForAnother() {
    String order = order();
    var declined = accepted(pay(ada.with("Prefer", "wait=20"), order, "4000000000009995"), 201);
    declined
        .then()
        .body("status", equalTo("DECLINED"))
        .body("declineReason", equalTo("insufficient_funds"));
    accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.GOOD), 201)
        .then()
        .body("id", equalTo(declined.path("id")))
        .body("status", equalTo("CAPTURED"));
    assertThat(stripe.captures(order)).isEqualTo(1);
  }

  @Test
  void ofManyWhoPayAtOnceOneIsCharged() {
    String order = order();
    Rush.of(
        12,
        i ->
            ada.quickly(
                "POST", "/payments", Map.of("orderId", order, "method", Cards.card(Cards.GOOD))));
    await(accepted(ada.get("/orders/" + order), 200).path("paymentId"), "CAPTURED");
    assertThat(stripe.of(order)).hasSize(1);
  }

  @Test
  void whatStripeIsStillProcessingIsSettledByItsWebhook() {
    String order = order();
    stripe.leaves(order, "processing");
    String payment = payment(order);
    Patience.await("the confirmation", SETTLED_WITHIN, () -> counts(order, Step.LOOK_UP) > 3);
    String intent = stripe.of(order).getFirst().get("id").asText();
    // A webhook is a reason to ask, and nothing is believed of what it says.
    deliver(event("evt_1", "payment_intent.succeeded", intent), 204);
    accepted(ada.get("/payments/" + payment), 200).then().body("status", equalTo("PENDING"));

    stripe.settle(order, "succeeded");
    deliver(event("evt_2", "payment_intent.succeeded", intent), 204);
    Patience.await(
        "the webhook was heeded",
        Duration.ofSeconds(3),
        () -> accepted(ada.get("/payments/" + payment), 200).path("status").equals("CAPTURED"));

    deliver(event("evt_2", "payment_intent.succeeded", intent), 204);
    deliver(event("evt_0", "payment_intent.payment_failed", intent), 204);
    deliver(event("evt_3", "payment_intent.succeeded", "pi_of_somebody_else"), 204);
    accepted(ada.get("/payments/" + payment), 200).then().body("status", equalTo("CAPTURED"));
    assertThat(stripe.captures(order)).isEqualTo(1);
  }

  @Test
  void aCardWhoseBankAsksItsHolderIsDeclined() {
    String order = order();
    stripe.leaves(order, "requires_action");
    var declined = accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.GOOD), 201);
    declined
        .then()
        .body("status", equalTo("DECLINED"))
        .body("declineReason", equalTo("authentication_required"));
    assertThat(stripe.of(order))
        .singleElement()
        .satisfies(intent -> assertThat(intent.get("status").asText()).isEqualTo("canceled"));
  }

  @Test
  void whatIsCapturedAfterTheCancellingGoesBackOnce() {
    String order = order();
    server.disturb(Step.CONFIRM, order, Trouble.RESET_AFTERWARDS);
    server.disturbAll(Step.LOOK_UP, order, Trouble.BAD_GATEWAY);
    String payment = payment(order);
    Patience.await("a look-up", SETTLED_WITHIN, () -> counts(order, Step.LOOK_UP) > 0);
    accepted(ada.post("/orders/" + order + "/cancel"), 200);
    server.letPass(Step.LOOK_UP, order);
    await(payment, "REFUNDED");
    assertThat(stripe.captures(order)).isEqualTo(1);
    assertThat(stripe.refunds(order)).isEqualTo(1);
    assertThat(stripe.kept(order)).isZero();
  }

  @Test
  void nothingIsSentAgainTwentyHoursAfterItsFirstSending() {
    String order = order();
    server.disturbAll(Step.CONFIRM, order, Trouble.RESET_BEFORE);
    payment(order);
    Patience.await("a confirmation", SETTLED_WITHIN, () -> counts(order, Step.CONFIRM) > 0);
    new AttemptRecords(database).age(order, Duration.ofHours(20).plusMinutes(1));
    // Whatever is under way now was begun before.
    Patience.pause(Duration.ofSeconds(1));
    server.letPass(Step.CONFIRM, order);
    int before = server.seen(order).size();
    String intent = stripe.of(order).getFirst().get("id").asText();
    for (int time = 0; time < 4; time++) {
      deliver(event("evt_" + time, "payment_intent.created", intent), 204);
      Patience.pause(Duration.ofMillis(700));
    }
    assertThat(server.seen(order).subList(before, server.seen(order).size()))
        .isNotEmpty()
        .extracting(Seen::step)
        .containsOnly(Step.LOOK_UP);
  }

  @Test
  void aVaultThatIsAwayLeavesNothingBehind() {
    String order = order();
    String key = Shop.uniqueKey();
    server.disturb(Step.TOKENIZE, "", Trouble.BAD_GATEWAY);
    var away = assertProblem(pay(ada.withKey(key), order, Cards.GOOD), 503, "gateway-unavailable");
    away.then().header("Retry-After", equalTo("2"));
    accepted(ada.get("/orders/" + order), 200).then().body("paymentId", equalTo(null));
    accepted(pay(ada.withKey(key).with("Prefer", "wait=20"), order, Cards.GOOD), 201)
        .then()
        .body("status", equalTo("CAPTURED"));
  }

  @Test
  void amountsAreSentAsStripeCountsThem() {
    for (var expected : Map.of("JPY", 1_500L, "KWD", 1_250L).entrySet()) {
      String price = expected.getKey().equals("JPY") ? "1500" : "1.250";
      String order = ada.placesOrder(shop.newProduct(price, expected.getKey(), 9), 1);
      String id = accepted(pay(ada.with("Prefer", "wait=20"), order, Cards.GOOD), 201).path("id");
      assertThat(stripe.kept(order)).isEqualTo(expected.getValue());
      accepted(shop.admin().post("/payments/" + id + "/refunds", Map.of("amount", 1)), 202);
      Patience.await("a refund", SETTLED_WITHIN, () -> stripe.refunds(order) == 1);
      await(id, "PARTIALLY_REFUNDED").then().body("refundedAmount", amount("1"));
      assertInvalid(
          shop.admin().post("/payments/" + id + "/refunds", Map.of("amount", 0.0001)), "/amount");
    }
  }

  private static String event(String id, String type, String intent) {
    return """
        {"id": "%s", "object": "event", "type": "%s",
         "data": {"object": {"id": "%s", "object": "payment_intent", "status": "succeeded"}}}
        """
        .formatted(id, type, intent);
  }

  private void deliver(String body, int status) {
    accepted(WEBHOOKS.deliver(shop, body), status);
  }

  private long counts(String order, Step step) {
    return server.seen(order).stream().filter(request -> request.step() == step).count();
  }

  private String disturbed(Step step, Trouble trouble) {
    String order = order();
    server.disturb(step, order, trouble);
    return order;
  }

  private String payment(String order) {
    return accepted(pay(ada, order, Cards.GOOD), 202).path("id");
  }

  private Response await(String payment, String status) {
    Patience.await(
        "payment " + payment + " is " + status,
        SETTLED_WITHIN,
        () -> accepted(ada.get("/payments/" + payment), 200).path("status").equals(status));
    return accepted(ada.get("/payments/" + payment), 200);
  }

  private String order() {
    return ada.placesOrder(shop.newProduct("12.50", 9), 2);
  }

  private static Response pay(Caller caller, String order, String number) {
    return caller.post("/payments", Map.of("orderId", order, "method", Cards.card(number)));
  }
}
