package org.orders.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Refusal;

/** What callers hear when the database is away, hangs or is slow, and that it passes by itself. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
@TestProfile(OutageTest.AsInProduction.class)
class OutageTest {

  private static final Duration PROMISE = Duration.ofSeconds(10);

  /** The pool looks after its connections as it does in production. */
  public static final class AsInProduction implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.background-validation-interval", "5S",
          "quarkus.datasource.jdbc.foreground-validation-interval", "1S",
          "quarkus.datasource.jdbc.max-size", "4");
    }
  }

  @Inject PostgresPersistence kept;
  @Inject Database database;
  Wire wire;

  @AfterEach
  void mend() {
    wire.mend();
  }

  @Test
  void aDatabaseThatIsAwayIsUnavailableUntilItIsBack() {
    everythingWorks();

    wire.cut();
    everybodyHearsOfItInTime();
    everybodyHearsOfItInTime();

    wire.mend();
    everythingWorks();
  }

  @Test
  void aDatabaseThatHangsIsUnavailableUntilItMovesAgain() {
    everythingWorks();

    wire.block();
    everybodyHearsOfItInTime();

    wire.mend();
    everythingWorks();
  }

  @Test
  void aConnectionLostBeforeTheCommitIsUnavailable() {
    Shop shop = new Shop(kept);
    Product product = shop.product(5);

    assertThatThrownBy(
            () ->
                kept.work()
                    .run(
                        () -> {
                          kept.stock()
                              .apply(
                                  List.of(StockChange.adjust(product.id(), 1)),
                                  Shop.cause("delivery"));
                          wire.cut();
                        }))
        .isInstanceOf(DatabaseUnavailable.class);

    wire.mend();
    everythingWorks();
    assertThat(shop.stock(product).available()).isEqualTo(5);
  }

  @Test
  void aStatementThatTakesTooLongIsEnded() {
    everybodyHearsOfItInTime(
        List.of(
            () -> database.run(sql -> sql.query("SELECT pg_sleep(60)", row -> "slept")),
            () ->
                kept.work()
                    .run(
                        () ->
                            database.run(
                                sql -> sql.query("SELECT pg_sleep(60)", row -> "slept")))));
    everythingWorks();
  }

  @Test
  void aUnitOfWorkOfManySlowStatementsIsEnded() {
    everybodyHearsOfItInTime(
        List.of(
            () ->
                kept.work()
                    .run(
                        () -> {
                          for (int statement = 0; statement < 60; statement++) {
                            database.run(sql -> sql.query("SELECT pg_sleep(1)", row -> "slept"));
                          }
                        })));
    everythingWorks();
  }

  @Test
  void whoWaitsForARowTooLongHearsOfIt() throws Exception {
    Product product = new Shop(kept).product(1);
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch heard = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> holder =
          threads.submit(
              () ->
                  kept.work()
                      .run(
                          () -> {
                            kept.stock().lock(product.id());
                            locked.countDown();
                            return await(heard);
                          }));
      assertThat(await(locked)).isTrue();
      try {
        everybodyHearsOfItInTime(
            List.of(() -> kept.work().run(() -> kept.stock().lock(product.id()))));
      } finally {
        heard.countDown();
      }
      assertThat(holder.get()).isTrue();
    }
    everythingWorks();
  }

  @Test
  void whoFindsNoConnectionHearsOfIt() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(4);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int holder = 0; holder < 4; holder++) {
        threads.submit(() -> hold(taken, done));
      }
      assertThat(await(taken)).isTrue();
      try {
        everybodyHearsOfItInTime();
      } finally {
        done.countDown();
      }
    }
    everythingWorks();
  }

  @Test
  void connectionsThatTheServerEndedAreReplaced() {
    everythingWorks();
    database.run(
        sql ->
            sql.query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
                row -> "ended"));

    // Whoever gets one of them may hear of it; then it is gone.
    for (int dead = 0; dead < 4; dead++) {
      try {
        kept.stock().read(List.of());
      } catch (DatabaseUnavailable expected) {
        // One less.
      }
    }
    everythingWorks();
  }

  /** Takes a connection; one that died in a test before is found out and replaced. */
  private void hold(CountDownLatch taken, CountDownLatch done) {
    for (int dead = 0; dead < 10; dead++) {
      try {
        kept.work()
            .run(
                () -> {
                  kept.stock().read(List.of());
                  taken.countDown();
                  await(done);
                });
        return;
      } catch (DatabaseUnavailable again) {
        // The next one may live.
      }
    }
  }

  private void everythingWorks() {
    Shop shop = new Shop(kept);
    assertThat(shop.order(1).lines().items()).hasSize(1);
  }

  private void everybodyHearsOfItInTime() {
    Product product = Shop.newProduct("GHOST", 1);
    everybodyHearsOfItInTime(
        List.of(
            () -> kept.work().run(() -> kept.products().find(product.id())),
            () -> kept.work().run(() -> kept.orders().find(new OrderId(Shop.newId()))),
            () ->
                kept.productQueries()
                    .list(new ProductFilter(null, false), new PageRequest(1, null, true)),
            () -> place(product)));
  }

  private void place(Product product) {
    Basis basis = new Basis(null, Map.of(product.id(), product));
    Customer guest =
        Customer.guest(new CustomerId(Shop.newId()), Shop.profile("a@example.org"), Shop.NOW);
    Shop shop = new Shop(kept);
    OrderDecision decision = shop.decide(guest, basis, List.of(product), 1);
    shop.place(decision, basis, null);
  }

  /** Everybody at once, as it is when it happens. */
  private static void everybodyHearsOfItInTime(List<Runnable> calls) {
    List<Future<Duration>> waits = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int copy = 0; copy < 3; copy++) {
        for (Runnable call : calls) {
          waits.add(
              threads.submit(
                  () -> {
                    long start = System.nanoTime();
                    assertThatThrownBy(call::run)
                        .isInstanceOfSatisfying(
                            DatabaseUnavailable.class,
                            refusal -> {
                              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                              assertThat(refusal.code()).isEqualTo("unavailable");
                            });
                    return Duration.ofNanos(System.nanoTime() - start);
                  }));
        }
      }
    }
    assertThat(waits).allSatisfy(wait -> assertThat(wait.get()).isLessThan(PROMISE));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
