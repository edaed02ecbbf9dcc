package org.orders.adapter.persistence.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.inventory.Drift;
import org.orders.application.inventory.StockAlertsContract;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.OrderPlacements.Result;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.customer.Customer;
import org.orders.domain.order.Order;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresStockAlertsTest extends StockAlertsContract {

  @Inject PostgresPersistence persistence;
  @Inject Database database;

  @Override
  protected Persistence persistence() {
    return persistence;
  }

  @Test
  void aThousandSalesAcrossTheLineAreOneAlert() {
    Shop shop = new Shop(persistence);
    Product product = product(1_000, 500);
    Customer customer = shop.customer();
    Basis basis = shop.basis(customer, List.of(product));

    race(
        1_000,
        number ->
            assertThat(shop.place(shop.decide(customer, basis, List.of(product), 1), basis, null))
                .isEqualTo(new Result.Placed()));

    assertThat(open(product).orElseThrow().inventory()).isZero();
    assertThat(alertsEver(product)).isEqualTo(1);
    change(product, 501);
    assertThat(open(product)).isEmpty();
    change(product, -1);
    assertThat(open(product)).isPresent();
    assertThat(alertsEver(product)).isEqualTo(2);
    assertThat(drifts(product)).isEmpty();
  }

  @Test
  void whatLiesBetweenTheChangesOfOneTransactionIsNeitherAlertNorMail() {
    Product product = product(5, 2);
    long told = messages(product);

    persistence
        .work()
        .run(
            () -> {
              save(watched(product, 20));
              change(product, +95);
            });
    assertThat(alertsEver(product)).isZero();

    persistence
        .work()
        .run(
            () -> {
              save(watched(product, 30));
              change(product, -80);
              change(product, +5);
            });
    assertThat(alertsEver(product)).isEqualTo(1);
    assertThat(messages(product)).isEqualTo(told + 1);
    assertThat(open(product).orElseThrow().inventory()).isEqualTo(25);
  }

  @Test
  void updatesOfStockStayWithinTheirPage() {
    Product product = product(1_000, 500);

    long[] updates =
        persistence
            .work()
            .run(
                () -> {
                  long[] before = updates();
                  change(product, -600);
                  change(product, +600);
                  change(product, -600);
                  long[] after = updates();
                  return new long[] {after[0] - before[0], after[1] - before[1]};
                });

    assertThat(updates).containsExactly(3, 3);
  }

  @Test
  void goingUpAndDownAcrossTheLineAtOnceLeavesOneTruth() {
    Product product = product(100, 100);
    Product other = product(100, 101);

    race(
        200,
        number -> {
          change(number % 4 < 2 ? product : other, number % 2 == 0 ? 1 : -1);
        });

    assertThat(drifts(product, other)).isEmpty();
    assertThat(open(product)).isPresent();
    assertThat(open(other)).isPresent();
  }

  @Test
  void basketsThatCrossOnTheLineNeverEndInADeadlock() {
    Shop shop = new Shop(persistence);
    Product one = product(200, 100);
    Product other = product(200, 100);
    Customer customer = shop.customer();
    Basis basis = shop.basis(customer, List.of(one, other));
    long before = deadlocks();

    race(
        200,
        number -> {
          List<Product> basket = number % 2 == 0 ? List.of(one, other) : List.of(other, one);
          assertThat(shop.place(shop.decide(customer, basis, basket, 1), basis, null))
              .isEqualTo(new Result.Placed());
        });

    assertThat(deadlocks()).isEqualTo(before);
    assertThat(alertsEver(one)).isEqualTo(1);
    assertThat(alertsEver(other)).isEqualTo(1);
  }

  @Test
  void alertsHaveIdsOfVersionSevenInTheOrderOfTime() {
    Product first = product(1, 5);
    Product second = product(1, 5);

    assertThat(open(first).orElseThrow().id().value().version()).isEqualTo(7);
    assertThat(open(first).orElseThrow().id().value().variant()).isEqualTo(2);
    assertThat(open(first).orElseThrow().id().value().getMostSignificantBits() >>> 16)
        .isLessThanOrEqualTo(
            open(second).orElseThrow().id().value().getMostSignificantBits() >>> 16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE stock SET available = available + 1           | UPDATE stock SET available = available - 1           | INVENTORY | 10 | 11
          UPDATE stock SET reserved = reserved + 2             | UPDATE stock SET reserved = reserved - 2             | RESERVED  | 0  | 2
          UPDATE stock_movement SET balance = balance + 3      | UPDATE stock_movement SET balance = balance - 3      | BALANCE   | 10 | 13
          UPDATE stock_alert SET closed_at = now()             | UPDATE stock_alert SET closed_at = NULL              | ALERT     | 1  | 0
          """)
  void aDriftIsFoundAndSaysWhatIsWrong(
      String seed, String repair, Drift.Kind kind, long expected, long actual) {
    Product product = product(10, 20);
    update(seed, product);
    try {
      assertThat(drifts(product))
          .containsExactly(new Drift(product.id(), product.sku(), kind, expected, actual));
    } finally {
      update(repair, product);
    }
    assertThat(drifts(product)).isEmpty();
  }

  @Test
  void anAlertWithoutLowStockIsADrift() {
    Product product = product(10, 5);
    database.run(
        sql ->
            sql.update(
                "INSERT INTO stock_alert (id, product_id, opened_at) VALUES (?, ?, now())",
                Shop.newId(),
                product.id().value()));

    assertThat(drifts(product))
        .containsExactly(new Drift(product.id(), product.sku(), Drift.Kind.ALERT, 0, 1));
    update("DELETE FROM stock_alert", product);
  }

  @Test
  void aLevelThatIsNotTheProductsIsADrift() {
    Product product = product(10, 5);
    update("UPDATE stock SET low_at = 4", product);

    assertThat(drifts(product))
        .containsExactly(new Drift(product.id(), product.sku(), Drift.Kind.THRESHOLD, 5, 4));
    update("UPDATE stock SET low_at = 5", product);
  }

  @Test
  void aProductWithoutStockIsADrift() {
    Product product = product(0, 0);
    update("DELETE FROM stock", product);

    assertThat(drifts(product))
        .containsExactly(new Drift(product.id(), product.sku(), Drift.Kind.STOCK, 1, 0));
    database.run(sql -> sql.update("DELETE FROM product WHERE id = ?", product.id().value()));
  }

  @Test
  void whatUnshippedOrdersHoldIsFoundWhereItIsForgotten() {
    Shop shop = new Shop(persistence);
    Product product = product(10, 0);
    shop.order(shop.customer(), List.of(product), 4);
    update("UPDATE stock SET reserved = 0", product);

    assertThat(drifts(product))
        .containsExactly(new Drift(product.id(), product.sku(), Drift.Kind.RESERVED, 4, 0));
    update("UPDATE stock SET reserved = 4", product);
  }

  @Test
  void whatHasLeftTheHouseIsHeldNoMore() {
    Shop shop = new Shop(persistence);
    Product product = product(10, 0);
    Order order = shop.order(shop.customer(), List.of(product), 4);
    UUID parcel = Shop.newId();
    database.run(
        sql ->
            sql.update(
                "UPDATE customer_order SET status = 'PROCESSING', confirmed_at = now(),"
                    + " started_at = now() WHERE id = ?",
                order.id().value()));
    database.run(
        sql ->
            sql.update(
                "INSERT INTO shipment (id, order_id, carrier, state, shipped_at, state_since,"
                    + " created_at, updated_at, version)"
                    + " VALUES (?, ?, 'manual', 'IN_TRANSIT', now(), now(), now(), now(), 0)",
                parcel,
                order.id().value()));
    database.run(
        sql ->
            sql.update(
                "INSERT INTO shipment_line (shipment_id, position, item_id, quantity)"
                    + " VALUES (?, 1, ?, 3)",
                parcel,
                order.lines().items().getFirst().id().value()));

    assertThat(drifts(product))
        .containsExactly(new Drift(product.id(), product.sku(), Drift.Kind.RESERVED, 1, 4));
    update("UPDATE stock SET reserved = 1", product);
    assertThat(drifts(product)).isEmpty();
  }

  @Test
  void theConnectionOfAComparisonIsAgainAsAllOthersAre() {
    drifts(product(1, 0));

    for (int time = 0; time < 30; time++) {
      assertThat(setting("statement_timeout")).isEqualTo("4s");
      assertThat(setting("transaction_read_only")).isEqualTo("off");
      assertThat(setting("transaction_isolation")).isEqualTo("read committed");
    }
  }

  private String setting(String name) {
    return database.run(
        sql -> sql.queryRow("SELECT current_setting(?) AS text", row -> row.text("text"), name));
  }

  private void update(String statement, Product product) {
    String column = statement.contains(" product ") ? "id" : "product_id";
    assertThat(
            database.<Integer>run(
                sql -> sql.update(statement + " WHERE " + column + " = ?", product.id().value())))
        .isPositive();
  }

  private long alertsEver(Product product) {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT count(*) AS alerts FROM stock_alert WHERE product_id = ?",
                row -> row.number("alerts"),
                product.id().value()));
  }

  private long messages(Product product) {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT count(*) AS messages FROM outbox"
                    + " WHERE type = 'STOCK_LOW' AND payload ->> 'product' = ?",
                row -> row.number("messages"),
                product.id().value().toString()));
  }

  /**
   * Updates of stock by this connection not yet told to others, and how many of them stayed within
   * their page.
   */
  private long[] updates() {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT n_tup_upd AS updates, n_tup_hot_upd AS hot"
                    + " FROM pg_stat_xact_user_tables WHERE relname = 'stock'",
                row -> new long[] {row.number("updates"), row.number("hot")}));
  }

  private long deadlocks() {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
                row -> row.number("deadlocks")));
  }

  private static void race(int times, IntConsumer work) {
    try (ExecutorService executor = Executors.newFixedThreadPool(40)) {
      var runs =
          java.util.stream.IntStream.range(0, times)
              .mapToObj(number -> executor.submit(() -> work.accept(number)))
              .toList();
      for (var run : runs) {
        run.get(60, TimeUnit.SECONDS);
      }
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
