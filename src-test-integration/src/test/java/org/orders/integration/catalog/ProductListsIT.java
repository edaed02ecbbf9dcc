package org.orders.integration.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.etag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class ProductListsIT {

  private final Shop shop;
  private final String word =
      "w" + UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "x");

  ProductListsIT(Shop shop) {
    this.shop = shop;
  }

  private String create(String name, String description, String price, int inventory) {
    return shop.newProduct(
            Map.of(
                "name", name,
                "description", description,
                "price", new BigDecimal(price),
                "inventory", inventory))
        .id();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products", "/admin/inventory"})
  void theBestFitComesFirstAndTyposAreForgiven(String path) {
    var described = create("Glass", "for a candle, " + word, "1", 1);
    var named = create("Candle " + word, "", "1", 1);
    for (var query : List.of("candle+" + word, "CANDEL+" + word, "cand+" + word)) {
      var found = accepted(shop.admin().get(path + "?query=" + query), 200);
      assertThat(found.<List<String>>path("items.id")).as(query).contains(named, described);
    }
    accepted(shop.admin().get(path + "?query=candle+" + word), 200)
        .then()
        .body("items.id", contains(named, described));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products", "/admin/inventory"})
  void listsAreSortedAsAskedForPageByPage(String path) {
    create("b " + word, "", "10", 2);
    create("C " + word, "", "9.50", 30);
    create("a " + word, "", "100", 1);
    var expected =
        Map.of(
            "name", List.of("a ", "b ", "C "),
            "-name", List.of("C ", "b ", "a "),
            "price", List.of("C ", "b ", "a "),
            "-price", List.of("a ", "b ", "C "),
            "inventory", List.of("a ", "b ", "C "),
            "-inventory", List.of("C ", "b ", "a "));
    expected.forEach(
        (sort, names) -> {
          var list = path + "?limit=2&query=" + word + "&sort=" + sort;
          var first = accepted(shop.admin().get(list), 200);
          var second =
              accepted(shop.admin().get(list + "&cursor=" + first.path("nextCursor")), 200);
          assertThat(first.<List<String>>path("items.name"))
              .as(sort)
              .containsExactly(names.get(0) + word, names.get(1) + word);
          assertThat(second.<List<String>>path("items.name")).containsExactly(names.get(2) + word);
          assertThat(second.<String>path("nextCursor")).isNull();
          var other = path + "?limit=2&query=" + word + "&cursor=" + first.path("nextCursor");
          assertInvalid(shop.admin().get(other), "/query/cursor");
        });
    for (var sort : List.of("colour", "Name", "-", "--name", "name,price", "%2Bname")) {
      assertInvalid(shop.admin().get(path + "?sort=" + sort), "/query/sort");
    }
  }

  @Test
  void whatIsCachedIsRightAtOnceAfterEachWriteHere() {
    var product = shop.newProduct("10.00", 5);
    var path = "/products/" + product.id();
    for (int round = 1; round <= 20; round++) {
      accepted(shop.anyone().get(path), 200);
      accepted(shop.admin().put(path, Map.of("price", round, "inventory", round)), 200);
      accepted(shop.anyone().get(path), 200)
          .then()
          .body("price", amount(Integer.toString(round)))
          .body("inventory", org.hamcrest.Matchers.equalTo(round));
    }
    accepted(shop.anyone().post("/orders", Shop.guestBasket(product.times(3))), 201);
    accepted(shop.anyone().get(path), 200)
        .then()
        .body("inventory", org.hamcrest.Matchers.equalTo(17))
        .body("reserved", org.hamcrest.Matchers.equalTo(3));
    accepted(shop.anyone().get("/products?query=" + product.sku()), 200)
        .then()
        .body("items", hasSize(1));
    accepted(shop.admin().delete(path), 204);
    accepted(shop.anyone().get("/products?query=" + product.sku()), 200)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void aListThatIsKnownIsNotSentAgain() {
    create("Kept " + word, "", "1", 1);
    var path = "/products?query=" + word;
    var read = accepted(shop.anyone().get(path), 200);
    assertThat(read.header("Cache-Control")).isEqualTo("no-cache");
    var known = shop.anyone().with("If-None-Match", etag(read));
    assertThat(accepted(known.get(path), 304).header("Cache-Control")).isEqualTo("no-cache");
    create("Another " + word, "", "1", 1);
    accepted(known.get(path), 200).then().body("items", hasSize(2));
  }
}
