package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
class CancellingOrdersIT {

  private final Shop shop;

  CancellingOrdersIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aCancelledOrderGivesItsStockBackOnceHoweverOftenItIsCancelled() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 9);
    var id = ada.placesOrder(lamp, 4);
    var first = accepted(ada.post("/orders/" + id + "/cancel", Map.of("reason", "too dear")), 200);
    first.then().body("status", equalTo("CANCELLED"));
    var second = accepted(ada.post("/orders/" + id + "/cancel"), 200);
    assertThat(second.<Map<String, Object>>path("$"))
        .isEqualTo(first.<Map<String, Object>>path("$"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    shop.product(lamp).then().body("inventory", equalTo(9)).body("reserved", equalTo(0));
    var books = new StockBooks(shop);
    assertThat(books.movements(lamp)).hasSize(3);
    books.balance(lamp, books.ordersOf(ada.id()));
  }

  @Test
  void theReasonIsInTheHistory() {
    var ada = shop.newCustomer();
    var id = ada.placesOrder(shop.newProduct("10.00", 9), 1);
    accepted(ada.post("/orders/" + id + "/cancel", Map.of("reason", "too dear")), 200);
    List<Map<String, Object>> history =
        accepted(ada.get("/orders/" + id + "/history"), 200).path("items");
    assertThat(history.getLast())
        .containsEntry("type", "STATUS")
        .containsEntry("from", "PENDING")
        .containsEntry("to", "CANCELLED")
        .containsEntry("reason", "too dear");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONFIRMED", "PROCESSING"})
  void anOrderIsCancelledFromAnyStateBeforeShipped(String state) {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 9);
    var id = ada.placesOrder(lamp, 4);
    accepted(shop.walk(id, "CONFIRMED"), 200);
    if (state.equals("PROCESSING")) {
      accepted(shop.walk(id, "PROCESSING"), 200);
    }
    accepted(ada.post("/orders/" + id + "/cancel"), 200)
        .then()
        .body("status", equalTo("CANCELLED"));
    shop.product(lamp).then().body("inventory", equalTo(9)).body("reserved", equalTo(0));
  }

  @Test
  void whatIsOnItsWayIsNotCancelled() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 9);
    var id = ada.placesOrder(lamp, 4);
    for (var status : List.of("CONFIRMED", "PROCESSING", "SHIPPED")) {
      accepted(shop.walk(id, status), 200);
    }
    var refusal = assertProblem(ada.post("/orders/" + id + "/cancel"), 409, "illegal-transition");
    assertThat(refusal.<String>path("detail")).contains("SHIPPED").contains("CANCELLED");
    assertProblem(shop.walk(id, "CANCELLED"), 409, "illegal-transition");
    shop.product(lamp).then().body("inventory", equalTo(5)).body("reserved", equalTo(0));
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    var ada = shop.newCustomer();
    var id = ada.placesOrder(shop.newProduct("10.00", 9), 1);
    assertInvalid(
        ada.post("/orders/" + id + "/cancel", Map.of("reason", "r".repeat(1001))), "/reason");
    assertInvalid(ada.post("/orders/" + id + "/cancel", Map.of("why", "x")), "/why");
    accepted(ada.post("/orders/" + id + "/cancel", "{}"), 200);
  }

  @Test
  void internalApplicationsAndAdministratorsCancelToo() {
    var customer = shop.newCustomerWithoutLogin();
    var lamp = shop.newProduct("10.00", 9);
    for (var caller : List.of(shop.service(), shop.admin())) {
      String id = shop.placeFor(customer, lamp, 1).path("id");
      accepted(caller.post("/orders/" + id + "/cancel"), 200)
          .then()
          .body("status", equalTo("CANCELLED"));
    }
    assertThat(shop.inventory(lamp)).isEqualTo(9);
  }
}
