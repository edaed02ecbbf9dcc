package org.orders.integration.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/**
 * Books that somebody spoils, and mails that somebody counts; the service is its own, because the
 * books of others must agree.
 */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedStockIT {

  private final Database database;
  private final RunningService service;
  private final Shop shop;

  WatchedStockIT(Services services) {
    database = services.newDatabase();
    service =
        services.start(
            "reconciled",
            database,
            Map.of(
                "ORDERS_RECONCILE_EVERY",
                "1s",
                "ORDERS_JOBS_WATCH_INVENTORY_EVERY",
                "1s",
                "ORDERS_ADMIN_EMAIL",
                "first@example.org"));
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

    Patience.await("the mail", Duration.ofSeconds(30), () -> !mailsAboutDrifts().isEmpty());
    // The books are compared each second; whatever came twice would have come by now.
    Patience.pause(Duration.ofMillis(2_500));
    assertThat(mailsAboutDrifts())
        .singleElement()
        .satisfies(mail -> assertThat(mail).containsPattern("disagree in [12] place"));

    update("UPDATE stock SET available = available + 1, reserved = reserved - 2", product);
    assertThat(drifts()).isEmpty();
    Patience.await(
        "the metric", Duration.ofSeconds(30), () -> metrics().contains("orders_stock_drifts 0.0"));
  }

  @Test
  void eachCrossingIsOneMailToEachAdministratorWhoWantsIt() {
    administrator("second", "second@example.org", true);
    administrator("third", "third@example.org", false);
    var product = shop.newProduct("10.00", 30);
    accepted(shop.admin().put("/products/" + product.id(), Map.of("lowStockThreshold", 20)), 200);
    var customer = shop.newCustomerWithoutLogin();

    for (int crossing = 1; crossing <= 2; crossing++) {
      Rush.of(30, i -> shop.placeFor(customer, product, 1).statusCode());
      int mails = 2 * crossing;
      Patience.await(
          "the mails", Duration.ofSeconds(30), () -> mailsAbout(product).size() == mails);
      accepted(
          shop.service().put("/products/" + product.id() + "/inventory", Map.of("quantity", 30)),
          200);
    }

    // Whatever came twice would have come by now.
    Patience.pause(Duration.ofMillis(700));
    assertThat(mailsAbout(product))
        .hasSize(4)
        .allSatisfy(mail -> assertThat(mail).contains("fell to its threshold of 20"));
    assertThat(mailsAbout(product).stream().filter(mail -> mail.contains("first@example.org")))
        .hasSize(2);
    assertThat(mailsAbout(product).stream().filter(mail -> mail.contains("second@example.org")))
        .hasSize(2);
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

  private List<String> mailsAbout(Product product) {
    return mails().stream()
        .filter(mail -> mail.contains("low on stock") && mail.contains(product.sku()))
        .toList();
  }

  private List<String> mailsAboutDrifts() {
    return mails().stream()
        .filter(mail -> mail.contains("books of stock disagree"))
        .filter(mail -> mail.contains("first@example.org"))
        .toList();
  }

  private List<String> mails() {
    var mailbox = service.folder().resolve("data").resolve("mailbox");
    if (!Files.isDirectory(mailbox)) {
      return List.of();
    }
    try (var mails = Files.list(mailbox)) {
      return mails
          .filter(file -> file.toString().endsWith(".eml"))
          .map(WatchedStockIT::text)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A mail with its long lines in one piece again. */
  private static String text(Path mail) {
    try {
      return Files.readString(mail).replace("\r\n", "\n").replace("=\n", "").replace("\n ", " ");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void administrator(String username, String email, boolean lowStock) {
    run(
        "INSERT INTO administrator (id, username, password_hash, email, low_stock_mail)"
            + " VALUES (gen_random_uuid(), ?, 'none', ?, "
            + lowStock
            + ")",
        username,
        email);
  }

  private String metrics() {
    return shop.anyone().get("/q/metrics").asString();
  }

  private void update(String statement, Product product) {
    run(statement + " WHERE product_id = ?::uuid", product.id());
  }

  private void run(String statement, String... arguments) {
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        var prepared = connection.prepareStatement(statement)) {
      for (int index = 0; index < arguments.length; index++) {
        prepared.setString(index + 1, arguments[index]);
      }
      assertThat(prepared.executeUpdate()).isOne();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
