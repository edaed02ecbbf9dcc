package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** What is posted in the name of each gateway, whichever of them takes new payments. */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksIT {

  private static final Webhooks STRIPE = Webhooks.stripe("whsec_of_the_shop");
  private static final Webhooks SIGNED_JSON =
      Webhooks.signedJson("a-secret-of-32-characters-or-more");
  private static final Webhooks SIMULATOR = Webhooks.simulator("simulated-secret");

  private final Shop shop;
  private final Shop withoutSecrets;
  private final Database database;

  WebhooksIT(Services services, Shop withoutSecrets) {
    this.withoutSecrets = withoutSecrets;
    this.database = services.newDatabase();
    this.shop =
        services
            .start(
                "webhooks",
                database,
                Map.of(
                    "ORDERS_PAYMENT_STRIPE_API_KEY", "sk_test_1",
                    "ORDERS_PAYMENT_STRIPE_WEBHOOK_SECRET", STRIPE.secret(),
                    "ORDERS_PAYMENT_HTTP_BASE_URL", "http://127.0.0.1:9",
                    "ORDERS_PAYMENT_HTTP_SECRET", SIGNED_JSON.secret(),
                    "ORDERS_PAYMENT_SIMULATOR_WEBHOOK_SECRET", SIMULATOR.secret()))
            .shop();
  }

  static Stream<Webhooks> gateways() {
    return Stream.of(STRIPE, SIGNED_JSON, SIMULATOR);
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void whatIsSignedNowIsHeardHoweverOften(Webhooks gateway) {
    for (int time = 0; time < 3; time++) {
      accepted(gateway.deliver(shop, about(gateway, "evt_1", "pi_1")), 204);
    }
    accepted(gateway.deliver(shop, about(gateway, "evt_0", "pi_1"), Duration.ofSeconds(290)), 204);
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void whatIsOldOrOfTomorrowIsRefused(Webhooks gateway) {
    String body = about(gateway, "evt_1", "pi_1");
    assertProblem(gateway.deliver(shop, body, Duration.ofSeconds(305)), 403, "forbidden");
    assertProblem(gateway.deliver(shop, body, Duration.ofSeconds(-305)), 403, "forbidden");
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void whatIsForgedIsRefused(Webhooks gateway) {
    String body = about(gateway, "evt_1", "pi_1");
    String good = gateway.sign(body, Instant.now());
    assertProblem(gateway.deliver(shop, body + " ", good), 403, "forbidden");
    String other =
        new Webhooks(gateway.gateway(), gateway.header(), "guessed").sign(body, Instant.now());
    assertProblem(gateway.deliver(shop, body, other), 403, "forbidden");
    String later = "t=" + (Instant.now().getEpochSecond() + 1) + good.substring(good.indexOf(','));
    assertProblem(gateway.deliver(shop, body, later), 403, "forbidden");
    for (String odd : new String[] {"t=,v1=", "v1=00", "t=99999999999999999999,v1=00", ",,="}) {
      assertProblem(gateway.deliver(shop, body, odd), 403, "forbidden");
    }
    assertProblem(
        shop.anyone().post("/payments/webhooks/" + gateway.gateway(), body), 403, "forbidden");
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void whatIsSignedAndStillNoEventIsRefused(Webhooks gateway) {
    for (String body : new String[] {"", "[]", "{", "null", "{}", "\u0000"}) {
      assertProblem(gateway.deliver(shop, body), 403, "forbidden");
    }
  }

  @Test
  void nobodySpeaksForAGatewayThatIsNotHere() {
    var unknown = new Webhooks("acme", "Acme-Signature", "secret");
    assertProblem(unknown.deliver(shop, "{}"), 404, "not-found");
  }

  @Test
  void whatIsTooLongIsNotRead() {
    assertProblem(STRIPE.deliver(shop, "x".repeat(1_000_001)), 413, "body-too-large");
  }

  @Test
  void aBadTokenIsRefusedHereToo() {
    assertProblem(
        shop.bearer("nonsense").post("/payments/webhooks/simulator", Map.of("id", "1")), 401);
  }

  @Test
  void aGatewayWithoutASecretIsNotBelieved() {
    gateways()
        .forEach(
            gateway ->
                assertProblem(
                    gateway.deliver(withoutSecrets, about(gateway, "evt_1", "pi_1")),
                    403,
                    "forbidden"));
  }

  @Test
  void whatIsHeardOfASettledPaymentChangesNothing() {
    var ada = shop.newCustomer();
    String order = ada.placesOrder(shop.newProduct("12.50", 9), 1);
    String id =
        accepted(
                ada.with("Prefer", "wait=20")
                    .post("/payments", Map.of("orderId", order, "method", Cards.card(Cards.GOOD))),
                201)
            .path("id");
    String charge = new AttemptRecords(database).reference(order);
    String before = accepted(ada.get("/payments/" + id), 200).asString();
    for (int time = 0; time < 3; time++) {
      accepted(SIMULATOR.deliver(shop, about(SIMULATOR, "evt_" + time, charge)), 204);
    }
    Patience.pause(Duration.ofMillis(700));
    assertThat(accepted(ada.get("/payments/" + id), 200).asString()).isEqualTo(before);
  }

  private static String about(Webhooks gateway, String event, String charge) {
    return gateway == STRIPE
        ? """
          {"id": "%s", "object": "event", "type": "payment_intent.succeeded",
           "data": {"object": {"id": "%s", "object": "payment_intent"}}}
          """
            .formatted(event, charge)
        : "{\"id\": \"%s\", \"charge\": \"%s\"}".formatted(event, charge);
  }
}
