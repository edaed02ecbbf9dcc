package org.orders.integration.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.StockBooks;

@ShopTest
class LowStockIT {

  private final Shop shop;
  private final StockBooks books;

  LowStockIT(Shop shop) {
    this.shop = shop;
    this.books = new StockBooks(shop);
  }

  @Test
  void hundredsOfSalesAcrossTheLineAreOneAlert() {
    var product = watched(400, 200);
    var customer = shop.newCustomerWithoutLogin();
    assertThat(alerts(product)).isEmpty();

    for (int wave = 0; wave < 2; wave++) {
      var answers =
          Rush.of(
              200,
              i ->
                  shop.service()
                      .quickly(
                          "POST",
                          "/orders",
                          Map.of("customerId", customer, "items", List.of(product.times(1)))));
      assertThat(answers).allSatisfy(it -> assertThat(it.status()).isEqualTo(201));
    }

    assertThat(shop.inventory(product)).isZero();
    assertThat(alerts(product))
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert)
                    .containsEntry("sku", product.sku())
                    .containsEntry("inventory", 0)
                    .containsEntry("lowStockThreshold", 200)
                    .containsKeys("id", "openedAt")
                    .doesNotContainKeys("acknowledgedAt", "closedAt"));
    books.agree();
  }

  @Test
  void restockingClosesAnAlertAndTheNextFallIsAnother() {
    var product = watched(6, 5);
    sell(product, 1);
    var first = alert(product);

    restock(product, 1);
    assertThat(alerts(product)).isEmpty();
    sell(product, 2);

    assertThat(alert(product)).isNotEqualTo(first);
    assertThat(accepted(shop.admin().get("/admin/alerts/" + first), 200).<String>path("closedAt"))
        .isNotNull();
  }

  @Test
  void whoAcknowledgesFirstIsNamedAndTheAlertStaysOpen() {
    var product = watched(5, 5);
    var path = "/admin/alerts/" + alert(product);
    var before = accepted(shop.admin().get(path), 200);
    var acknowledged =
        accepted(
            shop.admin().with("If-Match", etag(before)).put(path, Map.of("acknowledged", true)),
            200);

    assertThat(acknowledged.<String>path("acknowledgedAt")).isNotNull();
    assertThat(acknowledged.<String>path("acknowledgedBy.type")).isEqualTo("ADMIN");
    assertThat(etag(acknowledged)).isNotEqualTo(etag(before));
    var again = accepted(shop.admin().put(path, Map.of("acknowledged", true)), 200);
    assertThat(again.body().asString()).isEqualTo(acknowledged.body().asString());
    assertThat(etag(shop.admin().get(path))).isEqualTo(etag(acknowledged));
    assertThat(alerts(product)).hasSize(1);

    assertProblem(
        shop.admin().with("If-Match", etag(before)).put(path, Map.of("acknowledged", true)),
        412,
        "stale-version");
    assertProblem(shop.admin().put(path, Map.of("acknowledged", false)), 400, "validation-failed");
    assertProblem(shop.admin().put(path, Map.of()), 400, "validation-failed");
    assertProblem(
        shop.admin().put("/admin/alerts/" + UUID.randomUUID(), Map.of("acknowledged", true)),
        404,
        "not-found");
    assertProblem(shop.admin().get("/admin/alerts/7"), 404, "not-found");
    assertProblem(shop.service().get("/admin/alerts"), 403, "forbidden");
    assertProblem(shop.anyone().get("/admin/alerts"), 401, "unauthorized");
  }

  @Test
  void acknowledgingUnderAKeyHappensOnce() {
    var path = "/admin/alerts/" + alert(watched(5, 5));
    var admin = shop.admin().withKey(Shop.uniqueKey());

    var first = accepted(admin.put(path, Map.of("acknowledged", true)), 200);
    var second = accepted(admin.put(path, Map.of("acknowledged", true)), 200);

    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
  }

  @Test
  void aThresholdAboveTheStockIsAnAlertAndADiscontinuedProductIsNone() {
    var product = watched(6, 5);
    var path = "/products/" + product.id();

    accepted(shop.admin().put(path, Map.of("lowStockThreshold", 6)), 200);
    assertThat(alerts(product)).hasSize(1);
    accepted(shop.admin().put(path, Map.of("lowStockThreshold", 5)), 200);
    assertThat(alerts(product)).isEmpty();
    accepted(shop.admin().put(path, Map.of("inventory", 5)), 200);
    assertThat(alerts(product)).hasSize(1);
    accepted(shop.admin().delete(path), 204);
    assertThat(alerts(product)).isEmpty();
    books.agree();
  }

  @Test
  void administratorsSayWhatMailsTheyWant() {
    var path = "/admin/me/notifications";
    var before = accepted(shop.admin().get(path), 200);
    var wishes = Map.of("email", "stock@example.org", "lowStock", true);

    var changed = accepted(shop.admin().put(path, wishes), 200);
    assertThat(changed.<Map<String, Object>>path("$")).isEqualTo(wishes);
    assertThat(etag(shop.admin().get(path))).isEqualTo(etag(changed));
    assertProblem(
        shop.admin().with("If-Match", etag(before)).put(path, wishes), 412, "stale-version");
    assertProblem(shop.admin().put(path, Map.of("lowStock", true)), 400, "validation-failed");
    assertProblem(
        shop.admin().put(path, Map.of("email", "nowhere", "lowStock", true)),
        400,
        "validation-failed");
    assertThat(
            accepted(shop.admin().put(path, Map.of("lowStock", false)), 200)
                .<Map<String, Object>>path("$"))
        .isEqualTo(Map.of("lowStock", false));
    assertProblem(shop.service().get(path), 403, "forbidden");
  }

  private Product watched(int inventory, int threshold) {
    return shop.newProduct(
        Map.of("name", "Tea", "inventory", inventory, "lowStockThreshold", threshold));
  }

  private void sell(Product product, int pieces) {
    shop.placeFor(shop.newCustomerWithoutLogin(), product, pieces);
  }

  private void restock(Product product, int pieces) {
    accepted(
        shop.service().put("/products/" + product.id() + "/inventory", Map.of("change", pieces)),
        200);
  }

  private List<Map<String, Object>> alerts(Product product) {
    return books.all("/admin/alerts").stream()
        .filter(alert -> product.id().equals(alert.get("productId")))
        .toList();
  }

  private String alert(Product product) {
    return (String) alerts(product).getFirst().get("id");
  }
}
