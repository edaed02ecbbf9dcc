package org.orders.integration.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
class StockIT {

  private final Shop shop;
  private final StockBooks books;

  StockIT(Shop shop) {
    this.shop = shop;
    this.books = new StockBooks(shop);
  }

  @Test
  void aQuantitySetsWhatCanBeOrderedAndAChangeAddsToIt() {
    var product = shop.newProduct("1.00", 5);
    accepted(stock(shop.admin(), product, "{\"quantity\":12}"), 200)
        .then()
        .body("id", equalTo(product.id()))
        .body("inventory", equalTo(12));
    accepted(stock(shop.service(), product, "{\"change\":-4,\"reason\":\"broken\"}"), 200)
        .then()
        .body("inventory", equalTo(8));
    accepted(stock(shop.service(), product, "{\"change\":3}"), 200)
        .then()
        .body("inventory", equalTo(11));
    books.balance(product, List.of());
  }

  @Test
  void aChangeBelowZeroIsRefusedAndChangesNothing() {
    var product = shop.newProduct("1.00", 5);
    assertProblem(stock(shop.admin(), product, "{\"change\":-6}"), 409, "insufficient-stock");
    assertThat(shop.inventory(product)).isEqualTo(5);
    books.balance(product, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"quantity\":1,\"change\":1}",
        "{\"quantity\":-1}",
        "{\"quantity\":1.5}",
        "{\"quantity\":\"7\"}",
        "{\"change\":\"1\"}",
        "{\"change\":1,\"extra\":2}",
        "{\"quantity\":null}"
      })
  void exactlyOneOfQuantityAndChangeIsAskedFor(String body) {
    var product = shop.newProduct("1.00", 5);
    assertProblem(stock(shop.admin(), product, body), 400, "validation-failed");
    assertThat(shop.inventory(product)).isEqualTo(5);
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    var product = shop.newProduct("1.00", 5);
    accepted(
        stock(
            shop.admin(), product, "{\"change\":1,\"reason\":\"%s\"}".formatted("r".repeat(1000))),
        200);
    assertInvalid(
        stock(
            shop.admin(), product, "{\"change\":1,\"reason\":\"%s\"}".formatted("r".repeat(1001))),
        "/reason");
  }

  @Test
  void onlyAdministratorsAndInternalApplicationsTouchStock() {
    var product = shop.newProduct("1.00", 5);
    assertProblem(stock(shop.newCustomer(), product, "{\"change\":1}"), 403, "forbidden");
    assertProblem(stock(shop.anyone(), product, "{\"change\":1}"), 401);
    assertProblem(
        shop.admin().put("/products/" + UUID.randomUUID() + "/inventory", Map.of("change", 1)),
        404,
        "not-found");
  }

  @Test
  void theLedgerTellsWhenWhoWhyAndWhatWasLeft() {
    var product = shop.newProduct("1.00", 5);
    accepted(stock(shop.admin(), product, "{\"change\":-2,\"reason\":\"broken\"}"), 200);
    var customer = shop.newCustomerWithoutLogin();
    String order = shop.placeFor(customer, product, 3).path("id");
    accepted(shop.admin().post("/orders/" + order + "/cancel"), 200);

    var ledger = books.movements(product);
    assertThat(ledger).extracting(row -> row.get("quantity")).containsExactly(3, -3, -2, 5);
    assertThat(ledger).extracting(row -> row.get("balance")).containsExactly(3, 0, 3, 5);
    assertThat(ledger.get(0)).containsEntry("orderId", order);
    assertThat(ledger.get(1)).containsEntry("orderId", order);
    assertThat(ledger.get(2)).containsEntry("reason", "broken");
    assertThat(ledger)
        .allSatisfy(
            row -> {
              assertThat(row.get("at").toString()).matches("\\d{4}-.*Z");
              assertThat(row.get("actor")).isNotNull();
              assertThat(row.get("reason")).isNotNull();
            });
    assertProblem(
        shop.newCustomer().get("/admin/inventory/" + product.id() + "/movements"),
        403,
        "forbidden");
  }

  @Test
  void stockFollowsAnOrderFromShelfToDoor() {
    var product = shop.newProduct("1.00", 10);
    var customer = shop.newCustomerWithoutLogin();
    String order = shop.placeFor(customer, product, 4).path("id");
    assertStock(product, 6, 4);
    for (var status : List.of("CONFIRMED", "PROCESSING")) {
      accepted(shop.walk(order, status), 200);
      assertStock(product, 6, 4);
    }
    books.balance(product, books.ordersOf(customer));
    accepted(shop.walk(order, "SHIPPED"), 200);
    assertStock(product, 6, 0);
    accepted(shop.walk(order, "DELIVERED"), 200);
    assertStock(product, 6, 0);
    books.balance(product, books.ordersOf(customer));
  }

  @Test
  void aPutOfTheProductsInventoryIsInTheLedgerToo() {
    var product = shop.newProduct("1.00", 10);
    accepted(shop.admin().put("/products/" + product.id(), Map.of("inventory", 4)), 200);
    assertThat(books.movements(product))
        .extracting(row -> row.get("quantity"))
        .containsExactly(-6, 10);
    books.balance(product, List.of());
  }

  @Test
  void changesAtTheSameMomentAllCount() {
    var product = shop.newProduct("1.00", 0);
    var answers =
        Rush.of(
            40,
            i ->
                shop.service()
                    .quickly(
                        "PUT",
                        "/products/" + product.id() + "/inventory",
                        Map.of("change", i + 1)));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(shop.inventory(product)).isEqualTo(40 * 41 / 2);
    books.balance(product, List.of());
  }

  private static Response stock(Caller caller, Product product, String body) {
    return caller.put("/products/" + product.id() + "/inventory", body);
  }

  private void assertStock(Product product, int inventory, int reserved) {
    shop.product(product)
        .then()
        .body("inventory", equalTo(inventory))
        .body("reserved", equalTo(reserved));
  }
}
