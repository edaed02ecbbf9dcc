package org.orders.integration.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class ProductsIT {

  private final Shop shop;

  ProductsIT(Shop shop) {
    this.shop = shop;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products", "/admin/inventory"})
  void anAdministratorCreatesAProductByEitherPath(String path) {
    var sku = Shop.uniqueSku();
    var created =
        accepted(
            shop.admin()
                .post(
                    path,
                    "{\"sku\":\"%s\",\"name\":\"Lamp\",\"price\":12.50,\"currency\":\"EUR\",\"inventory\":7,\"lowStockThreshold\":2,\"description\":\"A lamp\"}"
                        .formatted(sku)),
            201);
    created
        .then()
        .body("sku", equalTo(sku))
        .body("name", equalTo("Lamp"))
        .body("description", equalTo("A lamp"))
        .body("price", amount("12.50"))
        .body("currency", equalTo("EUR"))
        .body("inventory", equalTo(7))
        .body("reserved", equalTo(0))
        .body("lowStockThreshold", equalTo(2))
        .body("status", equalTo("ACTIVE"))
        .header("Location", endsWith("/" + created.path("id")));
    for (var place : List.of("/products/", "/admin/inventory/")) {
      var read = accepted(shop.admin().get(place + created.path("id")), 200);
      assertThat(read.<Map<String, Object>>path("$"))
          .isEqualTo(created.<Map<String, Object>>path("$"));
    }
    accepted(shop.anyone().get("/products/" + created.path("id")), 200)
        .then()
        .body("sku", equalTo(sku))
        .body("inventory", equalTo(7));
  }

  @Test
  void whatIsLeftOutHasItsDefaultAndZeroIsAPrice() {
    var created =
        accepted(
            shop.admin()
                .post(
                    "/products",
                    Map.of(
                        "sku", Shop.uniqueSku(), "name", "Flyer", "price", 0, "currency", "EUR")),
            201);
    created
        .then()
        .body("description", equalTo(""))
        .body("price", amount("0"))
        .body("inventory", equalTo(0))
        .body("lowStockThreshold", equalTo(0));
  }

  @Test
  void aSkuIsComparedExactlyAndMayHaveInnerSpaces() {
    var sku = "lamp " + UUID.randomUUID();
    Map<String, Object> lamp =
        new HashMap<>(Map.of("sku", sku, "name", "L", "price", 1, "currency", "EUR"));
    accepted(shop.admin().post("/products", lamp), 201).then().body("sku", equalTo(sku));
    assertProblem(shop.admin().post("/products", lamp), 409, "sku-taken");
    assertProblem(shop.admin().post("/admin/inventory", lamp), 409, "sku-taken");
    lamp.put("sku", sku.toUpperCase(Locale.ROOT));
    accepted(shop.admin().post("/products", lamp), 201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products/", "/admin/inventory/"})
  void aPutOfSomeFieldsChangesOnlyThose(String path) {
    var product = shop.newProduct("10.00", 5);
    accepted(shop.admin().put(path + product.id(), Map.of("price", 11.25)), 200)
        .then()
        .body("price", amount("11.25"))
        .body("name", equalTo("Product " + product.sku()))
        .body("inventory", equalTo(5));
    accepted(
            shop.admin()
                .put(
                    path + product.id(),
                    Map.of(
                        "name", "New", "description", "D", "inventory", 9, "lowStockThreshold", 3)),
            200)
        .then()
        .body("name", equalTo("New"))
        .body("description", equalTo("D"))
        .body("inventory", equalTo(9))
        .body("lowStockThreshold", equalTo(3))
        .body("price", amount("11.25"));
  }

  @Test
  void whatWasReadMayBePutBackButReadOnlyFieldsDoNotChange() {
    var product = shop.newProduct("10.00", 5);
    Map<String, Object> record =
        new HashMap<>(shop.product(product).<Map<String, Object>>path("$"));
    record.put("name", "Renamed");
    accepted(shop.admin().put("/products/" + product.id(), record), 200)
        .then()
        .body("name", equalTo("Renamed"));
    var foreign = new HashMap<>(shop.product(product).<Map<String, Object>>path("$"));
    foreign.put("sku", "another");
    assertInvalid(shop.admin().put("/products/" + product.id(), foreign), "/sku");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products/", "/admin/inventory/"})
  void aDiscontinuedProductLeavesTheListAndStaysReadable(String path) {
    var product = shop.newProduct("10.00", 5);
    accepted(shop.anyone().get("/products?query=" + product.sku()), 200)
        .then()
        .body("items.id", contains(product.id()));
    accepted(shop.admin().delete(path + product.id()), 204);
    accepted(shop.anyone().get("/products?query=" + product.sku()), 200)
        .then()
        .body("items", emptyIterable());
    accepted(shop.anyone().get("/products/" + product.id()), 200)
        .then()
        .body("status", equalTo("DISCONTINUED"));
    assertProblem(
        shop.anyone().post("/orders", Shop.guestBasket(product.times(1))),
        409,
        "product-discontinued");
  }

  @Test
  void anUnknownProductIsNotFound() {
    for (var id : List.of(UUID.randomUUID().toString(), "not-an-id")) {
      assertProblem(shop.anyone().get("/products/" + id), 404, "not-found");
      assertProblem(shop.admin().get("/admin/inventory/" + id), 404, "not-found");
      assertProblem(shop.admin().put("/products/" + id, Map.of("name", "x")), 404, "not-found");
      assertProblem(shop.admin().delete("/products/" + id), 404, "not-found");
    }
  }

  @Test
  void theListShowsActiveProductsWithQuantitiesToAnyone() {
    var word = "w" + UUID.randomUUID().toString().replace("-", "");
    for (int i = 0; i < 3; i++) {
      shop.newProduct(Map.of("name", "Lamp " + word + " " + i, "inventory", i));
    }
    accepted(shop.anyone().get("/products?query=" + word), 200)
        .then()
        .body("items.inventory", contains(2, 1, 0))
        .body("items.reserved", contains(0, 0, 0));
    accepted(shop.admin().get("/admin/inventory?query=" + word), 200)
        .then()
        .body("items.inventory", contains(2, 1, 0));
  }

  @Test
  void theListOfLowStockShowsWhatIsAtOrBelowItsThreshold() {
    var word = "low" + UUID.randomUUID().toString().replace("-", "");
    int[][] stocks = {{1, 5}, {6, 5}, {0, 1}};
    for (var stock : stocks) {
      shop.newProduct(Map.of("name", word, "inventory", stock[0], "lowStockThreshold", stock[1]));
    }
    accepted(shop.admin().get("/admin/inventory?lowStock=true&query=" + word), 200)
        .then()
        .body("items.inventory", contains(0, 1));
  }
}
