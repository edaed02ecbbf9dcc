package org.orders.integration.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertProblem;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.QuickAnswer;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.SharedService;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

/** Two processes over one database are one service. */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {

  private final Shop here;
  private final Shop there;

  ReplicasIT(SharedService shared, Services services) {
    here = shared.shop();
    there = services.start("replica", shared.database(), Map.of()).shop();
  }

  @Test
  void aSessionHoldsEverywhereAndSoDoesItsEnd() {
    var ada = here.newCustomer();
    accepted(ada.at(there).get(ada.path()), 200);
    accepted(ada.post("/auth/logout"), 204);
    assertProblem(ada.get(ada.path()), 401);
    Patience.await(
        "the other replica refuses the session",
        Duration.ofSeconds(5),
        () -> ada.at(there).get(ada.path()).statusCode() == 401);
    assertProblem(
        there.anyone().post("/auth/refresh", Map.of("refreshToken", ada.refreshToken())), 401);
  }

  @Test
  void aPriceChangedHereHoldsThereForTheNextOrder() {
    var ada = here.newCustomer();
    var lamp = here.newProduct("10.00", 10);
    accepted(ada.at(there).post("/orders", Shop.basket(lamp.times(1))), 201);
    accepted(here.admin().put("/products/" + lamp.id(), Map.of("price", 11)), 200);
    accepted(ada.at(there).post("/orders", Shop.basket(lamp.times(1))), 201)
        .then()
        .body("totalAmount", amount("11.00"));
    accepted(here.admin().delete("/products/" + lamp.id()), 204);
    assertProblem(
        ada.at(there).post("/orders", Shop.basket(lamp.times(1))), 409, "product-discontinued");
  }

  @Test
  void whatIsWrittenHereIsShownThereWithinASecond() {
    var lamp = here.newProduct("10.00", 10);
    var path = "/products/" + lamp.id();
    for (int price = 11; price < 14; price++) {
      accepted(there.anyone().get(path), 200);
      accepted(here.admin().put(path, Map.of("price", price, "inventory", price)), 200);
      var shown = new BigDecimal(price);
      Patience.await(
          "the other replica shows it",
          Duration.ofSeconds(1),
          () -> {
            var seen = there.anyone().get(path);
            return shown.compareTo(new BigDecimal(seen.path("price").toString())) == 0
                && seen.<Integer>path("inventory") == shown.intValue();
          });
    }
  }

  @Test
  void copiesOfOneRequestToBothReplicasHaveOneEffect() {
    var customer = here.newCustomerWithoutLogin();
    var lamp = here.newProduct("10.00", 100);
    var caller = here.service().withKey(Shop.uniqueKey());
    var body = Map.of("customerId", customer, "items", List.of(lamp.times(2)));
    var answers =
        Rush.of(
            50,
            i -> {
              var replica = caller.at(i % 2 == 0 ? here : there);
              for (int tries = 0; ; tries++) {
                var answer = replica.quickly("POST", "/orders", body);
                if (!answer.problem().equals("idempotency-key-in-flight") || tries == 30) {
                  return answer;
                }
                Patience.shortly();
              }
            });
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
    assertThat(answers.stream().map(QuickAnswer::body).distinct()).hasSize(1);
    var books = new StockBooks(there);
    assertThat(books.ordersOf(customer)).hasSize(1);
    books.balance(lamp, books.ordersOf(customer));
  }

  @Test
  void theLastUnitsAreSoldOnceAcrossReplicas() {
    var customer = here.newCustomerWithoutLogin();
    var last = here.newProduct("10.00", 7);
    var answers =
        Rush.of(
            100,
            i ->
                here.service()
                    .at(i % 2 == 0 ? here : there)
                    .quickly(
                        "POST",
                        "/orders",
                        Map.of("customerId", customer, "productId", last.id(), "quantity", 1)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(7);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("insufficient-stock"));
    var books = new StockBooks(here);
    books.balance(last, books.ordersOf(customer));
  }

  @Test
  void readsFollowWritesOfTheOtherReplica() {
    var lamp = here.newProduct("10.00", 7);
    accepted(there.anyone().get("/products/" + lamp.id()), 200);
    accepted(
        here.service().put("/products/" + lamp.id() + "/inventory", Map.of("quantity", 3)), 200);
    assertThat(there.inventory(lamp)).isEqualTo(3);
    var customer = here.newCustomerWithoutLogin();
    String order = here.placeFor(customer, lamp, 1).path("id");
    there.order(order).then().body("status", org.hamcrest.Matchers.equalTo("PENDING"));
  }
}
