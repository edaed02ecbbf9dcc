package org.orders.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Shop;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.Product;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.NotFound;

/** When a unit of work is done again, and when not. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class QuarkusUnitOfWorkTest {

  @Inject PostgresPersistence kept;
  @Inject Database database;

  private UnitOfWork work;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    work = kept.work();
    shop = new Shop(kept);
  }

  @Test
  void whatIsDoneInsideTakesPart() {
    Product product = shop.product(5);

    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      work.run(() -> adjust(product, 1));
                      throw new NotFound("thing");
                    }))
        .isInstanceOf(NotFound.class);

    assertThat(shop.stock(product).available()).isEqualTo(5);
  }

  @Test
  void workThatWasOvertakenIsDoneAgainThreeTimes() {
    AtomicInteger tries = new AtomicInteger();

    assertThat(
            work.run(
                () -> {
                  if (tries.incrementAndGet() < 4) {
                    throw new ConcurrentChange();
                  }
                  return "done";
                }))
        .isEqualTo("done");
  }

  @Test
  void workThatIsAlwaysOvertakenIsGivenUp() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      tries.incrementAndGet();
                      throw new ConcurrentChange();
                    }))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(tries).hasValue(4);
  }

  @Test
  void onlyTheOutermostIsDoneAgain() {
    AtomicInteger outer = new AtomicInteger();
    AtomicInteger inner = new AtomicInteger();

    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      outer.incrementAndGet();
                      work.run(
                          () -> {
                            inner.incrementAndGet();
                            throw new ConcurrentChange();
                          });
                    }))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(outer).hasValue(4);
    assertThat(inner).hasValue(4);
  }

  @Test
  void workThatFailsOtherwiseIsNotDoneAgain() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      tries.incrementAndGet();
                      throw new IllegalStateException("a mistake of ours");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a mistake of ours");
    assertThat(tries).hasValue(1);
  }

  @Test
  void oneOfTwoInADeadlockIsDoneAgain() throws Exception {
    Product one = shop.product(5);
    Product other = shop.product(5);
    // They meet once; whoever is done again finds the other gone.
    CyclicBarrier meeting = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = threads.submit(() -> lockBoth(one, other, meeting));
      Future<Integer> second = threads.submit(() -> lockBoth(other, one, meeting));

      assertThat(first.get() + second.get()).as("tries").isEqualTo(3);
    }
    assertThat(shop.stock(one).available()).isEqualTo(7);
    assertThat(shop.stock(other).available()).isEqualTo(7);
  }

  @Test
  void statementsApartTakeEffectWhateverFollows() {
    Product product = shop.product(5);

    assertThatThrownBy(
            () ->
                work.run(
                    () -> {
                      database.runApart(
                          sql ->
                              sql.update(
                                  "UPDATE stock SET reserved = 1 WHERE product_id = ?",
                                  product.id().value()));
                      throw new NotFound("thing");
                    }))
        .isInstanceOf(NotFound.class);

    assertThat(shop.stock(product).reserved()).isEqualTo(1);
    database.run(
        sql ->
            sql.update("UPDATE stock SET reserved = 0 WHERE product_id = ?", product.id().value()));
  }

  private int lockBoth(Product one, Product other, CyclicBarrier meeting) {
    AtomicInteger tries = new AtomicInteger();
    work.run(
        () -> {
          adjust(one, 1);
          if (tries.incrementAndGet() == 1) {
            meet(meeting);
          }
          adjust(other, 1);
        });
    return tries.get();
  }

  private void adjust(Product product, int pieces) {
    kept.stock().apply(List.of(StockChange.adjust(product.id(), pieces)), Shop.cause("delivery"));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception nobodyCame) {
      throw new IllegalStateException(nobodyCame);
    }
  }
}
