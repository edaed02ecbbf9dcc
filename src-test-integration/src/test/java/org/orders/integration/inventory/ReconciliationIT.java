package org.orders.integration.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** Books that somebody spoils; the service has them for itself, because others' must agree. */
@ShopTest
class ReconciliationIT {

  private final Database database;
  private final RunningService service;
  private final Shop shop;

  ReconciliationIT(Services services) {
    database = services.newDatabase();
    service =
        services.start(
            "reconciled",
            database,
            Map.of("ORDERS_RECONCILE_EVERY", "1s", "ORDERS_JOBS_WATCH_INVENTORY_EVERY", "1s"));
    shop = service.shop();
  }

  @Test
  void aDriftIsReportedWhereverPeopleLook() {
    var product = shop.newProduct("10.00", 10);
    shop.placeFor(shop.newCustomerWithoutLogin(), product, 3);
    var before = accepted(shop.admin().post("/admin/inventory/reconcile"), 200);
    assertThat(before.<List<Object>>path("drifts")).isEmpty();
    assertThat(Instant.parse(before.path("checkedAt")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));

    update("UPDATE stock SET available = available - 1, reserved = reserved + 2", product);

    assertThat(drifts())
        .containsExactly(drift(product, "INVENTORY", 7, 6), drift(product, "RESERVED", 3, 5));
    Patience.await(
        "the metric", Duration.ofSeconds(30), () -> metrics().contains("orders_stock_drifts 2.0"));
    assertThat(metrics())
        .contains("orders_stock_checked_seconds ")
        .containsPattern("orders_stock_alerts 0\\.0")
        .containsPattern("orders_stock_low 0\\.0");
    Patience.await(
        "the log",
        Duration.ofSeconds(5),
        () -> log().contains("INVENTORY of product " + product.id() + " is 6 instead of 7"));

    update("UPDATE stock SET available = available + 1, reserved = reserved - 2", product);
    assertThat(drifts()).isEmpty();
    Patience.await(
        "the metric", Duration.ofSeconds(30), () -> metrics().contains("orders_stock_drifts 0.0"));
  }

  @Test
  void onlyAdministratorsMayAsk() {
    assertThat(shop.service().post("/admin/inventory/reconcile").statusCode()).isEqualTo(403);
    assertThat(shop.anyone().post("/admin/inventory/reconcile").statusCode()).isEqualTo(401);
  }

  private List<Map<String, Object>> drifts() {
    return accepted(shop.admin().post("/admin/inventory/reconcile"), 200).path("drifts");
  }

  private static Map<String, Object> drift(Product product, String kind, int expected, int actual) {
    return Map.of(
        "productId", product.id(),
        "sku", product.sku(),
        "kind", kind,
        "expected", expected,
        "actual", actual);
  }

  private String log() {
    try {
      return Files.readString(service.folder().resolve("service.log"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String metrics() {
    return shop.anyone().get("/q/metrics").asString();
  }

  private void update(String statement, Product product) {
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        var update = connection.prepareStatement(statement + " WHERE product_id = ?::uuid")) {
      update.setString(1, product.id());
      assertThat(update.executeUpdate()).isOne();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
