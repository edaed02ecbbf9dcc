package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class EntityTagsIT {

  private final Shop shop;

  EntityTagsIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void everySingleResourceHasATagAndIsNotSentAgainToThoseWhoHaveIt() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("1.00", 10);
    var order = ada.placesOrder(lamp, 1);
    String payment = accepted(shop.walk(order, "CONFIRMED"), 200).path("paymentId");
    for (var path :
        List.of(
            ada.path(),
            "/products/" + lamp.id(),
            "/admin/inventory/" + lamp.id(),
            "/orders/" + order,
            "/admin/orders/" + order,
            "/payments/" + payment)) {
      var admin = shop.admin();
      var read = accepted(admin.get(path), 200);
      var tag = etag(read);
      assertThat(read.header("Vary")).as("Vary of " + path).containsIgnoringCase("Authorization");
      for (var known : List.of(tag, "\"other\", " + tag, "*", "W/" + tag)) {
        var unchanged = accepted(admin.with("If-None-Match", known).get(path), 304);
        assertThat(unchanged.asString()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
      }
      accepted(admin.with("If-None-Match", "\"other\"").get(path), 200);
    }
  }

  @Test
  void theTagOfACreationIsThatOfTheReadThatFollows() {
    var created = accepted(shop.anyone().post("/customers", Shop.person(Shop.uniqueEmail())), 201);
    var product =
        accepted(
            shop.admin()
                .post(
                    "/products",
                    Map.of("sku", Shop.uniqueSku(), "name", "L", "price", 1, "currency", "EUR")),
            201);
    assertThat(etag(shop.admin().get("/products/" + product.path("id")))).isEqualTo(etag(product));
    assertThat(created.header("ETag")).isNotBlank();
    var changed =
        accepted(shop.admin().put("/products/" + product.path("id"), Map.of("name", "M")), 200);
    assertThat(etag(shop.admin().get("/products/" + product.path("id")))).isEqualTo(etag(changed));
    var ada = shop.newCustomer();
    var patched = accepted(ada.patch(ada.path(), Map.of("name", "A")), 200);
    assertThat(etag(ada.get(ada.path()))).isEqualTo(etag(patched));
  }

  @Test
  void theTagChangesWithAnythingThatIsShown() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("1.00", 10);
    var product = etag(shop.product(lamp));
    var order = ada.placesOrder(lamp, 1);
    assertThat(etag(shop.product(lamp))).isNotEqualTo(product);
    var before = etag(ada.get("/orders/" + order));
    accepted(shop.walk(order, "CONFIRMED"), 200);
    assertThat(etag(ada.get("/orders/" + order))).isNotEqualTo(before);
  }

  @Test
  void aChangeFromAStaleViewIsRefusedWhereverTheViewMayBe() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("1.00", 10);
    var order = ada.placesOrder(lamp, 1);
    var stale = shop.admin().with("If-Match", "\"stale\"");
    assertProblem(stale.put("/products/" + lamp.id(), Map.of("name", "x")), 412, "stale-version");
    assertProblem(stale.delete("/products/" + lamp.id()), 412, "stale-version");
    assertProblem(
        stale.put("/products/" + lamp.id() + "/inventory", Map.of("change", 1)),
        412,
        "stale-version");
    assertProblem(stale.put("/admin/orders/" + order, Map.of("note", "x")), 412, "stale-version");
    assertProblem(stale.put("/orders/" + order, Shop.basket(lamp.times(2))), 412, "stale-version");
    assertProblem(stale.patch(ada.path(), Map.of("name", "x")), 412, "stale-version");
    assertProblem(stale.put(ada.path(), Shop.person(ada.email())), 412, "stale-version");
    assertProblem(stale.delete(ada.path()), 412, "stale-version");
    assertThat(shop.inventory(lamp)).isEqualTo(9);
  }

  @Test
  void aTagIsComparedStronglyAndMayBeOneOfSeveral() {
    var lamp = shop.newProduct("1.00", 10);
    var path = "/products/" + lamp.id();
    var tag = etag(shop.admin().get(path));
    assertProblem(
        shop.admin().with("If-Match", "W/" + tag).put(path, Map.of("name", "a")),
        412,
        "stale-version");
    accepted(
        shop.admin().with("If-Match", "\"other\", " + tag).put(path, Map.of("name", "b")), 200);
    accepted(shop.admin().with("If-Match", "*").put(path, Map.of("name", "c")), 200);
  }

  @Test
  void aStaleViewIsToldBeforeARuleThatWouldRefuse() {
    var order = shop.newCustomer().placesOrder(shop.newProduct("1.00", 10), 1);
    assertProblem(
        shop.admin()
            .with("If-Match", "\"stale\"")
            .put("/admin/orders/" + order, Map.of("status", "DELIVERED")),
        412,
        "stale-version");
  }
}
