package org.orders.integration.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
class BulkIT {

  private final Shop shop;
  private final Parcels parcels;

  BulkIT(Shop shop) {
    this.shop = shop;
    this.parcels = new Parcels(shop);
  }

  @Test
  void eachOrderIsAnsweredByItselfAndOnce() {
    Product lamp = shop.newProduct("10.00", 9);
    String customer = shop.newCustomerWithoutLogin();
    String one = shop.placeFor(customer, lamp, 1).path("id");
    String gone = parcels.paid(customer, lamp, 1);
    accepted(shop.walk(gone, "PROCESSING"), 200);
    accepted(shop.walk(gone, "SHIPPED"), 200);
    String nobodys = UUID.randomUUID().toString();

    var results = accepted(bulk("cancel", one, gone, nobodys, one), 200);

    assertThat(results.<List<String>>path("results.id")).containsExactly(one, gone, nobodys);
    assertThat(results.<List<Integer>>path("results.status")).containsExactly(200, 409, 404);
    results
        .then()
        .body("results[1].problem.type", equalTo("/problems/illegal-transition"))
        .body("results[2].problem.type", equalTo("/problems/not-found"));
    shop.order(one).then().body("status", equalTo("CANCELLED"));
    assertThat(shop.inventory(lamp)).isEqualTo(8);
    List<Map<String, Object>> history =
        accepted(shop.admin().get("/orders/" + one + "/history"), 200).path("items");
    assertThat(history.toString()).contains("stock-taking");
  }

  @Test
  void manyAreFulfilledAndAssignedAtOnce() {
    Product lamp = shop.newProduct("10.00", 9);
    String customer = shop.newCustomerWithoutLogin();
    String[] orders = {
      parcels.paid(customer, lamp, 1),
      parcels.paid(customer, lamp, 1),
      parcels.paid(customer, lamp, 1)
    };
    accepted(shop.admin().put("/admin/orders/" + orders[2], Map.of("onHold", true)), 200);

    var fulfilled = accepted(bulk("fulfil", orders), 200);

    assertThat(fulfilled.<List<Integer>>path("results.status")).containsExactly(202, 202, 409);
    parcels.await(orders[0], "SHIPPED");
    parcels.await(orders[1], "SHIPPED");
    var assigned = accepted(bulk("assign", orders), 200);
    assertThat(assigned.<List<Integer>>path("results.status")).containsOnly(200);
    assertThat(shop.order(orders[0]).<String>path("managedBy")).isNotBlank();
    var unknown =
        accepted(
            shop.admin()
                .post(
                    "/admin/orders/bulk",
                    Map.of(
                        "action",
                        "assign",
                        "ids",
                        List.of(orders[0]),
                        "managedBy",
                        UUID.randomUUID().toString())),
            200);
    assertThat(unknown.<List<Integer>>path("results.status")).containsExactly(422);
  }

  @Test
  void aWishIsCheckedAsAWhole() {
    List<String> tooMany = Stream.generate(() -> UUID.randomUUID().toString()).limit(501).toList();
    assertInvalid(post(Map.of("action", "cancel", "ids", tooMany)), "/ids");
    assertInvalid(post(Map.of("action", "cancel", "ids", List.of())), "/ids");
    assertInvalid(
        post(Map.of("action", "cancel", "ids", List.of(UUID.randomUUID().toString(), "x"))),
        "/ids/1");
    assertInvalid(post(Map.of("action", "sell", "ids", tooMany.subList(0, 1))), "/action");
    accepted(post(Map.of("action", "cancel", "ids", tooMany.subList(0, 500))), 200);
    assertProblem(
        shop.service().post("/admin/orders/bulk", Map.of("action", "cancel", "ids", tooMany)),
        403,
        "forbidden");
  }

  @Test
  void theSameRequestUnderAKeyIsAnsweredAsBefore() {
    String order =
        shop.placeFor(shop.newCustomerWithoutLogin(), shop.newProduct("10.00", 9), 1).path("id");
    var once = shop.admin().withKey(Shop.uniqueKey());
    var wish = Map.of("action", "cancel", "ids", List.of(order));
    String first = accepted(once.post("/admin/orders/bulk", wish), 200).asString();

    var again = accepted(once.post("/admin/orders/bulk", wish), 200);
    assertThat(again.asString()).isEqualTo(first);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
  }

  private Response bulk(String action, String... ids) {
    return post(Map.of("action", action, "ids", List.of(ids), "reason", "stock-taking"));
  }

  private Response post(Map<String, ?> body) {
    return shop.admin().post("/admin/orders/bulk", body);
  }

  @AfterEach
  void theBooksAgree() {
    new StockBooks(shop).agree();
  }
}
