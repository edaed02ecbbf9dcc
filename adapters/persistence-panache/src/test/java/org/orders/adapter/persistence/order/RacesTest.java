package org.orders.adapter.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.OrderPlacements.Result;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.IdempotencyKeyInFlight;
import org.orders.application.shared.IdempotencyStore.Standing;
import org.orders.application.shared.Shop;
import org.orders.domain.catalog.Product;
import org.orders.domain.customer.Customer;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderState.Trigger;
import org.orders.domain.order.OrderStatus;

/** What happens when many want the same at once; after each race the books must balance. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class RacesTest {

  @Inject PostgresPersistence kept;
  @Inject Database database;

  private Shop shop;
  private Customer customer;

  /** The latest event of anything before this race: messages of earlier ones may be relayed. */
  private long before;

  @BeforeEach
  void openTheShop() {
    before =
        database.run(
            sql ->
                sql.queryRow(
                    "SELECT coalesce(max(seq), 0) AS seq FROM order_event",
                    row -> row.number("seq")));
    shop = new Shop(kept);
    customer = shop.customer();
  }

  @Test
  void twoHundredBuyersOfTheLastPieceMakeOneOrder() throws Exception {
    Product product = shop.product(1);
    Basis basis = shop.basis(customer, List.of(product));

    List<Result> results =
        race(
            200,
            number -> {
              OrderDecision decision = shop.decide(customer, basis, List.of(product), 1);
              return shop.place(decision, basis, null);
            });

    assertThat(results).filteredOn(Result.Placed.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Result.Short.class::isInstance).hasSize(199);
    assertThat(shop.stock(product).available()).isZero();
    assertThat(shop.stock(product).reserved()).isEqualTo(1);
  }

  @Test
  void basketsThatCrossNeverEndInADeadlock() throws Exception {
    List<Product> products = shop.products(6, 10_000);
    Basis basis = shop.basis(customer, products);
    long deadlocksBefore = deadlocks();

    List<Result> results =
        race(
            200,
            number -> {
              List<Product> basket = new ArrayList<>(products);
              java.util.Collections.rotate(basket, number);
              List<Product> wanted = number % 2 == 0 ? basket : basket.reversed();
              return shop.place(shop.decide(customer, basis, wanted, 1), basis, null);
            });

    assertThat(results).containsOnly(new Result.Placed());
    assertThat(shop.stock(products.getFirst()).reserved()).isEqualTo(200);
    assertThat(deadlocks()).isEqualTo(deadlocksBefore);
  }

  @Test
  void placingCancellingAndAdjustingTheSameProductsBalances() throws Exception {
    List<Product> products = shop.products(4, 150);
    Basis basis = shop.basis(customer, products);

    race(
        120,
        number -> {
          List<Product> wanted = number % 2 == 0 ? products : products.reversed();
          OrderDecision decision = shop.decide(customer, basis, wanted, 2);
          if (number % 5 == 0) {
            List<StockChange> delivery =
                wanted.stream().map(product -> StockChange.adjust(product.id(), 3)).toList();
            kept.work().run(() -> kept.stock().apply(delivery, Shop.cause("delivery")));
          }
          if (shop.place(decision, basis, null) instanceof Result.Placed && number % 3 == 0) {
            cancel(decision.order());
          }
          return number;
        });
  }

  @Test
  void fiftyCopiesOfOneRequestTakeEffectOnce() throws Exception {
    Product product = shop.product(100);
    Basis basis = shop.basis(customer, List.of(product));
    IdempotencyClaim claim = new IdempotencyClaim("somebody", "key " + Shop.newId(), "f");

    List<Object> results =
        race(
            50,
            number -> {
              OrderDecision decision = shop.decide(customer, basis, List.of(product), 1);
              try {
                return shop.place(decision, basis, claim);
              } catch (IdempotencyKeyInFlight running) {
                return running.code();
              }
            });

    assertThat(results).filteredOn(Result.Placed.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(result -> !(result instanceof Result.Placed))
        .allMatch(
            result ->
                result.equals(new Result.Answered("the answer"))
                    || result.equals("idempotency-key-in-flight"));
    assertThat(shop.stock(product).reserved()).isEqualTo(1);
  }

  @Test
  void oneOfFiftyClaimsInUnitsOfWorkIsFree() throws Exception {
    IdempotencyClaim claim = new IdempotencyClaim("somebody", "key " + Shop.newId(), "f");

    List<Standing> standings =
        race(
            50,
            number ->
                kept.work()
                    .run(
                        () -> {
                          Standing standing = kept.idempotency().claim(claim);
                          if (standing instanceof Standing.Free) {
                            kept.idempotency().record(claim, "the answer", Shop.NOW);
                          }
                          return standing;
                        }));

    assertThat(standings).filteredOn(Standing.Free.class::isInstance).hasSize(1);
    assertThat(standings)
        .filteredOn(standing -> !(standing instanceof Standing.Free))
        .allMatch(
            standing ->
                standing instanceof Standing.InFlight || standing instanceof Standing.Answered);
  }

  @Test
  void aKeyInUseIsToldAtOnceWithoutWaiting() throws Exception {
    IdempotencyClaim claim = new IdempotencyClaim("somebody", "key " + Shop.newId(), "f");
    CountDownLatch claimed = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Standing> first =
          threads.submit(
              () ->
                  kept.work()
                      .run(
                          () -> {
                            Standing standing = kept.idempotency().claim(claim);
                            claimed.countDown();
                            await(finish);
                            return standing;
                          }));
      claimed.await();

      assertThat(kept.work().run(() -> kept.idempotency().claim(claim)))
          .isEqualTo(new Standing.InFlight());
      finish.countDown();
      assertThat(first.get()).isEqualTo(new Standing.Free());
    }
    assertThat(kept.work().run(() -> kept.idempotency().claim(claim)))
        .isEqualTo(new Standing.Free());
  }

  @Test
  void anOrderIsCancelledOnceHoweverManyTry() throws Exception {
    Product product = shop.product(10);
    Order order = shop.order(customer, List.of(product), 4);

    List<Boolean> cancelled = race(30, number -> cancel(order));

    assertThat(cancelled).filteredOn(did -> did).hasSize(1);
    assertThat(shop.stock(product).available()).isEqualTo(10);
  }

  @Test
  void changesThatCollideAreDoneAgainUntilAllAreDone() throws Exception {
    Product product = shop.product(10);
    Order order = shop.order(customer, List.of(product), 1);

    // Read without a lock, so that they overtake each other.
    race(
        4,
        number ->
            kept.work()
                .run(
                    () -> {
                      Order present = kept.orders().find(order.id()).orElseThrow();
                      kept.orders()
                          .save(
                              present.note(
                                  new org.orders.domain.shared.Reason("note " + number),
                                  Shop.ADMIN,
                                  Shop.NOW));
                      return number;
                    }));

    assertThat(kept.orderQueries().find(order.id()).orElseThrow().notes()).hasSize(4);
  }

  @Test
  void noTwoReplicasExpireTheSameOrder() throws Exception {
    for (int index = 0; index < 20; index++) {
      shop.order(customer, List.of(shop.product(1)), 1);
    }
    var expiry = Shop.NOW.plus(Shop.TIME_TO_PAY);

    List<Integer> expired =
        race(
            8,
            number -> {
              int done = 0;
              while (kept.work()
                  .run(
                      () ->
                          kept.overdueOrders()
                              .lockNext(expiry, expiry)
                              .map(
                                  id -> {
                                    Order order = kept.orders().lock(id).orElseThrow();
                                    kept.orders()
                                        .save(
                                            order.on(
                                                new Trigger.Expire(expiry),
                                                new org.orders.domain.access.Actor.System(),
                                                null,
                                                expiry));
                                    return true;
                                  })
                              .orElse(false))) {
                done++;
              }
              return done;
            });

    assertThat(expired.stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(20);
  }

  /** What must hold after every race, and whatever else happened in this database before. */
  @AfterEach
  void theBooksBalance() {
    assertThat(
            strings(
                """
                SELECT s.product_id::text AS text FROM stock s
                  LEFT JOIN (SELECT product_id, sum(quantity) AS sum FROM stock_movement
                             GROUP BY product_id) m ON m.product_id = s.product_id
                  WHERE s.available <> coalesce(m.sum, 0)
                """))
        .as("what can be ordered is the sum of the ledger")
        .isEmpty();
    assertThat(
            strings(
                """
                SELECT m.product_id || ' ' || m.seq AS text FROM (
                  SELECT product_id, seq, balance,
                         sum(quantity) OVER (PARTITION BY product_id ORDER BY seq) AS running
                    FROM stock_movement) m
                  WHERE m.balance <> m.running
                """))
        .as("every balance is the sum of the movements up to it")
        .isEmpty();
    assertThat(
            strings(
                """
                SELECT s.product_id::text AS text FROM stock s
                  JOIN order_line l ON l.product_id = s.product_id
                  JOIN customer_order o ON o.id = l.order_id
                  WHERE EXISTS (
                    SELECT 1 FROM order_line n JOIN order_event e ON e.order_id = n.order_id
                      WHERE n.product_id = s.product_id AND e.seq > ?)
                  GROUP BY s.product_id, s.reserved
                  HAVING s.reserved <> coalesce(sum(l.quantity) FILTER (
                    WHERE o.status IN ('PENDING', 'CONFIRMED', 'PROCESSING')), 0)
                """,
                before))
        .as("what is reserved is what waiting orders hold")
        .isEmpty();
    assertThat(
            strings(
                """
                SELECT o.id::text AS text FROM customer_order o
                  WHERE o.number ~ '^[0-9]'
                    AND NOT EXISTS (
                      SELECT 1 FROM order_event e WHERE e.order_id = o.id AND e.seq <= ?)
                    AND ((SELECT count(*) FROM order_event e WHERE e.order_id = o.id)
                     <> (SELECT count(*) FROM outbox x WHERE x.order_id = o.id)
                     OR NOT EXISTS (SELECT 1 FROM order_event e WHERE e.order_id = o.id))
                """,
                before))
        .as("every order has its history, and every event its message")
        .isEmpty();
  }

  private boolean cancel(Order order) {
    return kept.work()
        .run(
            () -> {
              Order present = kept.orders().lock(order.id()).orElseThrow();
              kept.orders()
                  .save(present.on(new Trigger.Cancel(Shop.NOW), Shop.ADMIN, null, Shop.NOW));
              return present.status() != OrderStatus.CANCELLED;
            });
  }

  private List<String> strings(String query, Object... arguments) {
    return database.run(sql -> sql.query(query, row -> row.text("text"), arguments));
  }

  private long deadlocks() {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
                row -> row.number("deadlocks")));
  }

  private interface Runner<T> {
    T run(int number) throws Exception;
  }

  /** Lets threads start at the same moment; each must come back with a result. */
  private static <T> List<T> race(int threads, Runner<T> runner) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> futures = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int index = 0; index < threads; index++) {
        int number = index;
        Callable<T> task =
            () -> {
              start.await();
              return runner.run(number);
            };
        futures.add(executor.submit(task));
      }
      start.countDown();
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(result(future));
    }
    return results;
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
