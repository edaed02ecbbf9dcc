package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.QuickAnswer;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
class IdempotencyIT {

  private final Shop shop;

  IdempotencyIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void theSameRequestUnderTheSameKeyReplaysTheRecordedAnswer() {
    var lamp = shop.newProduct("1.00", 10);
    var ada = shop.newCustomer().withKey(Shop.uniqueKey());
    var body = Shop.basket(lamp.times(2));
    var first = accepted(ada.post("/orders", body), 201);
    assertThat(first.header("Idempotent-Replayed")).isNull();
    accepted(shop.service().post("/orders/" + first.path("id") + "/cancel"), 200);
    var again = ada.post("/orders", body);
    assertReplayed(first, again);
    assertThat(again.<String>path("status")).isEqualTo("PENDING");
    shop.product(lamp).then().body("inventory", equalTo(10));
  }

  @Test
  void everyPostAndPutThatWritesHonoursTheKey() {
    var admin = shop.admin();
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("1.00", 10);
    var order = ada.placesOrder(lamp, 1);
    assertRepeatable("POST", "/customers", Shop.person(Shop.uniqueEmail()), null);
    for (var path : List.of("/products", "/admin/inventory")) {
      var product =
          Map.of(
              "sku",
              Shop.uniqueSku(),
              "name",
              "L",
              "price",
              new BigDecimal("1.5"),
              "currency",
              "EUR");
      assertRepeatable("POST", path, product, admin.accessToken());
    }
    assertRepeatable("PUT", "/products/" + lamp.id(), Map.of("name", "M"), admin.accessToken());
    assertRepeatable(
        "PUT", "/products/" + lamp.id() + "/inventory", Map.of("change", 5), admin.accessToken());
    assertThat(shop.inventory(lamp)).isEqualTo(14);
    assertRepeatable("PUT", ada.path(), Shop.person(ada.email()), ada.accessToken());
    assertRepeatable("PUT", "/orders/" + order, Shop.basket(lamp.times(2)), ada.accessToken());
    assertRepeatable(
        "PUT", "/admin/orders/" + order, Map.of("note", "only once"), admin.accessToken());
    assertThat(shop.order(order).<List<Object>>path("notes")).hasSize(1);
    assertRepeatable(
        "POST",
        "/payments",
        Map.of("orderId", order, "method", Map.of("type", "invoice")),
        admin.accessToken());
    String payment = shop.order(order).path("paymentId");
    assertRepeatable("POST", "/admin/payments/" + payment + "/capture", null, admin.accessToken());
    assertRepeatable(
        "POST", "/orders/" + order + "/cancel", Map.of("reason", "x"), ada.accessToken());
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    var lamp = shop.newProduct("1.00", 10);
    var ada = shop.newCustomer().withKey(Shop.uniqueKey());
    String id = accepted(ada.post("/orders", Shop.basket(lamp.times(2))), 201).path("id");
    assertProblem(ada.post("/orders", Shop.basket(lamp.times(3))), 422, "idempotency-key-reused");
    assertProblem(ada.post("/orders/" + id + "/cancel"), 422, "idempotency-key-reused");
    assertProblem(
        ada.put("/orders/" + id, Shop.basket(lamp.times(2))), 422, "idempotency-key-reused");
    shop.product(lamp).then().body("reserved", equalTo(2));
  }

  @Test
  void howTheBodyIsWrittenDoesNotMatter() {
    var lamp = shop.newProduct("1.00", 10);
    var ada = shop.newCustomer().withKey(Shop.uniqueKey());
    var first =
        ada.post(
            "/orders",
            "{\"items\":[{\"productId\":\"%s\",\"quantity\":2}],\"reference\":\"Ü\"}"
                .formatted(lamp.id()));
    var again =
        ada.post(
            "/orders",
            "{ \"reference\" : \"\\u00dc\",\n \"items\" : [ {\"quantity\": 2, \"productId\":\"%s\"} ] }"
                .formatted(lamp.id()));
    assertReplayed(accepted(first, 201), again);
  }

  @Test
  void aKeyInQuotesIsTheSameKey() {
    var lamp = shop.newProduct("1.00", 10);
    var ada = shop.newCustomer();
    var key = Shop.uniqueKey();
    var body = Shop.basket(lamp.times(2));
    var first = accepted(ada.withKey(key).post("/orders", body), 201);
    assertReplayed(first, ada.withKey('"' + key + '"').post("/orders", body));
  }

  @Test
  void aKeyHasOneToTwoHundredFiftyFiveCharacters() {
    var lamp = shop.newProduct("1.00", 10);
    var ada = shop.newCustomer();
    var body = Shop.basket(lamp.times(1));
    accepted(ada.withKey("k").post("/orders", body), 201);
    accepted(ada.withKey("k".repeat(255)).post("/orders", body), 201);
    assertProblem(ada.withKey("k".repeat(256)).post("/orders", body), 400, "validation-failed");
  }

  @Test
  void aRefusalRecordsNothingAndFreesTheKey() {
    var lamp = shop.newProduct("1.00", 1);
    var ada = shop.newCustomer().withKey(Shop.uniqueKey());
    assertInvalid(ada.post("/orders", "{\"items\":[]}"), "/items");
    var body = Shop.basket(lamp.times(2));
    assertProblem(ada.post("/orders", body), 409, "insufficient-stock");
    accepted(shop.service().put("/products/" + lamp.id() + "/inventory", Map.of("change", 1)), 200);
    var placed = accepted(ada.post("/orders", body), 201);
    assertThat(placed.header("Idempotent-Replayed")).isNull();
  }

  @Test
  void everyCallerHasKeysOfTheirOwn() {
    var lamp = shop.newProduct("1.00", 10);
    var key = Shop.uniqueKey();
    var body = Shop.basket(lamp.times(1));
    String first = accepted(shop.newCustomer().withKey(key).post("/orders", body), 201).path("id");
    String second = accepted(shop.newCustomer().withKey(key).post("/orders", body), 201).path("id");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aReplayComesBeforeTheCheckOfTheVersion() {
    var lamp = shop.newProduct("1.00", 10);
    var tag = etag(shop.product(lamp));
    var admin = shop.admin().withKey(Shop.uniqueKey()).with("If-Match", tag);
    var first = accepted(admin.put("/products/" + lamp.id(), Map.of("name", "N")), 200);
    assertReplayed(first, admin.put("/products/" + lamp.id(), Map.of("name", "N")));
  }

  @Test
  void aReplayIsForThoseWhoMayStillAsk() {
    var lamp = shop.newProduct("1.00", 10);
    var ada = shop.newCustomer();
    var key = Shop.uniqueKey();
    var id = ada.placesOrder(lamp, 1);
    accepted(ada.withKey(key).post("/orders/" + id + "/cancel"), 200);
    assertProblem(
        shop.newCustomer().withKey(key).post("/orders/" + id + "/cancel"), 404, "not-found");
  }

  @Test
  void fiftyCopiesOfOneRequestHaveOneEffectAndOneAnswer() {
    var lamp = shop.newProduct("1.00", 100);
    var customer = shop.newCustomerWithoutLogin();
    var caller = shop.service().withKey(Shop.uniqueKey());
    var body = Map.of("customerId", customer, "items", List.of(lamp.times(3)));
    var answers = Rush.of(50, i -> untilAnswered(() -> caller.quickly("POST", "/orders", body)));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
    assertThat(answers.stream().map(QuickAnswer::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.header("ETag")).distinct()).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.header("Location")).distinct()).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !answer.header("Idempotent-Replayed").equals("true"))
        .hasSize(1);
    var books = new StockBooks(shop);
    var orders = books.ordersOf(customer);
    assertThat(orders).hasSize(1);
    books.balance(lamp, orders);
    assertThat(shop.inventory(lamp)).isEqualTo(97);
  }

  @Test
  void fiftyCopiesOfOneGuestOrderHaveOneEffectToo() {
    var lamp = shop.newProduct("1.00", 100);
    var caller = shop.anyone().withKey(Shop.uniqueKey());
    var body = Shop.guestBasket(lamp.times(1));
    var answers = Rush.of(50, i -> untilAnswered(() -> caller.quickly("POST", "/orders", body)));
    assertThat(answers.stream().map(QuickAnswer::body).distinct()).hasSize(1);
    assertThat(shop.inventory(lamp)).isEqualTo(99);
  }

  @Test
  void ofTwoDifferentRequestsUnderOneKeyAtOnceOneIsDone() {
    var lamp = shop.newProduct("1.00", 100);
    var customer = shop.newCustomerWithoutLogin();
    var caller = shop.service().withKey(Shop.uniqueKey());
    var answers =
        Rush.of(
            20,
            i ->
                untilAnswered(
                    () ->
                        caller.quickly(
                            "POST",
                            "/orders",
                            Map.of(
                                "customerId", customer, "items", List.of(lamp.times(i % 2 + 1))))));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isIn(201, 422));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
    assertThat(new StockBooks(shop).ordersOf(customer)).hasSize(1);
  }

  @Test
  void aKeyThatWasNeverUsedForAnUnknownOrderStaysFree() {
    var admin = shop.admin().withKey(Shop.uniqueKey());
    assertProblem(admin.post("/orders/" + UUID.randomUUID() + "/cancel"), 404, "not-found");
    var lamp = shop.newProduct("1.00", 100);
    accepted(admin.put("/products/" + lamp.id(), Map.of("name", "N")), 200);
  }

  private void assertRepeatable(String method, String path, Object body, String token) {
    var caller = token == null ? shop.anyone() : shop.bearer(token);
    var keyed = caller.withKey(Shop.uniqueKey());
    var first = keyed.quickly(method, path, body);
    assertThat(first.status()).as(method + " " + path + ": " + first).isIn(200, 201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    var again = keyed.quickly(method, path, body);
    assertThat(again.header("Idempotent-Replayed")).as(method + " " + path).isEqualTo("true");
    assertThat(again.toString()).isEqualTo(first.toString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
  }

  private static void assertReplayed(Response first, Response again) {
    accepted(again, first.statusCode());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
  }

  /** Asks again, as a client does, while the first copy is still running. */
  private static QuickAnswer untilAnswered(Supplier<QuickAnswer> request) {
    for (int tries = 0; ; tries++) {
      var answer = request.get();
      if (!answer.problem().equals("idempotency-key-in-flight") || tries == 30) {
        return answer;
      }
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      Patience.shortly();
    }
  }
}
