package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;
import org.orders.integration.harness.StockBooks;

@ShopTest
class ChangingOrdersIT {

  private final Shop shop;

  ChangingOrdersIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void newLinesReplaceAllOldOnesAndStockFollowsTheDifference() {
    var ada = shop.newCustomer();
    var stays = shop.newProduct("10.00", 10);
    var goes = shop.newProduct("5.00", 10);
    var comes = shop.newProduct("1.00", 10);
    String id =
        accepted(ada.post("/orders", Shop.basket(stays.times(4), goes.times(2))), 201).path("id");
    accepted(ada.put("/orders/" + id, Shop.basket(stays.times(1), comes.times(3))), 200)
        .then()
        .body("items.productId", equalTo(List.of(stays.id(), comes.id())))
        .body("totalAmount", amount("13.00"));
    assertStock(stays, 9, 1);
    assertStock(goes, 10, 0);
    assertStock(comes, 7, 3);
    var books = new StockBooks(shop);
    for (var product : List.of(stays, goes, comes)) {
      books.balance(product, books.ordersOf(ada.id()));
    }
  }

  @Test
  void aProductThatStaysKeepsItsPriceAndANewOneHasTodays() {
    var ada = shop.newCustomer();
    var stays = shop.newProduct("10.00", 10);
    var comes = shop.newProduct("1.00", 10);
    var id = ada.placesOrder(stays, 1);
    for (var product : List.of(stays, comes)) {
      accepted(shop.admin().put("/products/" + product.id(), Map.of("price", 20)), 200);
    }
    accepted(ada.put("/orders/" + id, Shop.basket(stays.times(3), comes.times(1))), 200)
        .then()
        .body("totalAmount", amount("50.00"));
  }

  @Test
  void aDiscontinuedProductIsNotAddedToAnOrder() {
    var ada = shop.newCustomer();
    var gone = shop.newProduct("10.00", 10);
    var kept = shop.newProduct("1.00", 10);
    var id = ada.placesOrder(kept, 1);
    shop.admin().delete("/products/" + gone.id());
    assertProblem(
        ada.put("/orders/" + id, Shop.basket(kept.times(1), gone.times(1))),
        409,
        "product-discontinued");
  }

  @Test
  void moreThanThereIsChangesNothing() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 5);
    var id = ada.placesOrder(lamp, 2);
    var refusal =
        assertProblem(
            ada.put("/orders/" + id, Shop.basket(lamp.times(6))), 409, "insufficient-stock");
    assertThat(refusal.<List<Map<String, Object>>>path("shortages")).hasSize(1);
    accepted(ada.get("/orders/" + id), 200).then().body("items[0].quantity", equalTo(2));
    assertStock(lamp, 3, 2);
    accepted(ada.put("/orders/" + id, Shop.basket(lamp.times(5))), 200);
    assertStock(lamp, 0, 5);
  }

  @Test
  void theAddressAloneMayChangeUntilFulfilmentBegins() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 5);
    var id = ada.placesOrder(lamp, 2);
    var moved = Map.of("shippingAddress", Shop.address("Ockham Park"));
    accepted(ada.put("/orders/" + id, moved), 200)
        .then()
        .body("shippingAddress.line1", equalTo("Ockham Park"))
        .body("items[0].quantity", equalTo(2));
    accepted(shop.walk(id, "CONFIRMED"), 200);
    accepted(ada.put("/orders/" + id, moved), 200);
    var late = ada.put("/orders/" + id, Shop.basket(lamp.times(1)));
    assertProblem(late, 409, "illegal-transition");
    accepted(shop.walk(id, "PROCESSING"), 200);
    assertProblem(
        ada.put("/orders/" + id, Map.of("shippingAddress", Shop.address("Too late"))),
        409,
        "illegal-transition");
  }

  @Test
  void whatWasReadMayBePutBackReadOnlyFieldsAndAll() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 5);
    var id = ada.placesOrder(lamp, 2);
    Map<String, Object> order =
        new HashMap<>(ada.get("/orders/" + id).<Map<String, Object>>path("$"));
    accepted(ada.put("/orders/" + id, order), 200)
        .then()
        .body("items[0].quantity", equalTo(2))
        .body("status", equalTo("PENDING"));
    order.put("shippingAddress", Shop.address("Ockham Park"));
    accepted(ada.put("/orders/" + id, order), 200)
        .then()
        .body("shippingAddress.line1", equalTo("Ockham Park"));
    var cheaper = new HashMap<>(ada.get("/orders/" + id).<Map<String, Object>>path("$"));
    cheaper.put("totalAmount", 1);
    assertInvalid(ada.put("/orders/" + id, cheaper), "/totalAmount");
    assertStock(lamp, 3, 2);
  }

  @Test
  void aChangeIsCheckedLikeAnOrder() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 5);
    var id = ada.placesOrder(lamp, 2);
    assertInvalid(ada.put("/orders/" + id, Shop.basket(lamp.times(0))), "/items/0/quantity");
    assertInvalid(ada.put("/orders/" + id, Map.of("items", List.of())), "/items");
    assertInvalid(ada.put("/orders/" + id, Map.of("colour", "red")), "/colour");
    assertProblem(
        ada.put(
            "/orders/" + id,
            Shop.basket(Map.of("productId", UUID.randomUUID().toString(), "quantity", 1))),
        422,
        "unknown-product");
    assertProblem(
        ada.put(
            "/orders/" + id, Shop.basket(shop.newProduct("1", "USD", 1).times(1), lamp.times(1))),
        422,
        "mixed-currencies");
  }

  @Test
  void somebodyElsesOrderIsNotThere() {
    var lamp = shop.newProduct("10.00", 5);
    var id = shop.newCustomer().placesOrder(lamp, 2);
    var bob = shop.newCustomer();
    assertProblem(bob.get("/orders/" + id), 404, "not-found");
    assertProblem(bob.put("/orders/" + id, Shop.basket(lamp.times(1))), 404, "not-found");
    assertProblem(bob.post("/orders/" + id + "/cancel"), 404, "not-found");
    assertProblem(bob.get("/orders/" + id + "/history"), 404, "not-found");
    assertProblem(bob.get("/orders/" + id + "/actions"), 404, "not-found");
    assertProblem(bob.get("/orders/not-an-id"), 404, "not-found");
    assertProblem(shop.admin().get("/orders/" + UUID.randomUUID()), 404, "not-found");
  }

  @Test
  void aStaleChangeIsRefused() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 9);
    var id = ada.placesOrder(lamp, 2);
    var first = etag(ada.get("/orders/" + id));
    var changed = ada.with("If-Match", first).put("/orders/" + id, Shop.basket(lamp.times(3)));
    assertThat(etag(accepted(changed, 200))).isNotEqualTo(first);
    assertProblem(
        ada.with("If-Match", first).put("/orders/" + id, Shop.basket(lamp.times(4))),
        412,
        "stale-version");
    assertStock(lamp, 6, 3);
  }

  @Test
  void whatMayBeDoneFollowsTheOrdersStateAndTheCaller() {
    var ada = shop.newCustomer();
    var id = ada.placesOrder(shop.newProduct("10.00", 9), 2);
    assertAllowed(ada, id, List.of("update", "cancel"), List.of("fulfil", "deliver", "hold"));
    accepted(shop.admin().get("/orders/" + id), 200)
        .then()
        .body("allowedActions", hasItems("update", "cancel", "hold"));
    accepted(shop.walk(id, "CONFIRMED"), 200);
    assertAllowed(ada, id, List.of("cancel"), List.of("pay", "fulfil", "deliver"));
    accepted(shop.admin().get("/orders/" + id), 200)
        .then()
        .body("allowedActions", hasItems("cancel", "fulfil", "hold"));
    accepted(shop.walk(id, "PROCESSING"), 200);
    accepted(shop.walk(id, "SHIPPED"), 200);
    assertAllowed(ada, id, List.of(), List.of("update", "cancel", "pay", "deliver"));
    accepted(shop.admin().get("/orders/" + id), 200)
        .then()
        .body("allowedActions", hasItem("deliver"));
  }

  @Test
  void theListOfActionsSaysWhyNot() {
    var ada = shop.newCustomer();
    var id = ada.placesOrder(shop.newProduct("10.00", 9), 2);
    accepted(ada.post("/orders/" + id + "/cancel"), 200);
    List<Map<String, Object>> actions =
        accepted(ada.get("/orders/" + id + "/actions"), 200).path("$");
    assertThat(actions)
        .extracting(action -> action.get("action"))
        .contains("update", "cancel", "pay")
        .isSubsetOf(
            "update", "cancel", "pay", "fulfil", "deliver", "return", "refund", "hold", "release");
    var update =
        actions.stream().filter(action -> action.get("action").equals("update")).findFirst().get();
    assertThat(update).containsEntry("allowed", false);
    assertThat((String) update.get("reason")).isNotBlank();
  }

  private void assertAllowed(
      SignedInCustomer customer, String order, List<String> yes, List<String> no) {
    List<String> allowed = accepted(customer.get("/orders/" + order), 200).path("allowedActions");
    assertThat(allowed).containsAll(yes).doesNotContainAnyElementsOf(no);
    List<Map<String, Object>> actions =
        accepted(customer.get("/orders/" + order + "/actions"), 200).path("$");
    assertThat(
            actions.stream()
                .filter(action -> Boolean.TRUE.equals(action.get("allowed")))
                .map(action -> (String) action.get("action")))
        .containsExactlyInAnyOrderElementsOf(allowed);
  }

  private void assertStock(Product product, int inventory, int reserved) {
    shop.product(product)
        .then()
        .body("inventory", equalTo(inventory))
        .body("reserved", equalTo(reserved));
  }
}
