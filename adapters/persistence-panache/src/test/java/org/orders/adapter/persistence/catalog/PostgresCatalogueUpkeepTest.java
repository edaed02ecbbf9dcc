package org.orders.adapter.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.shared.Shop;

/** That the planner knows of products as soon as an import has ended. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresCatalogueUpkeepTest {

  @Inject PostgresPersistence kept;
  @Inject Database database;
  @Inject PostgresCatalogueUpkeep upkeep;

  @Test
  void thePlannerKnowsHowManyThereAre() {
    new Shop(kept).product(1);
    upkeep.learnAnew();
    assertThat(planned()).isEqualTo(there());

    new Shop(kept).product(1);
    assertThat(planned()).isLessThan(there());
    upkeep.learnAnew();
    assertThat(planned()).isEqualTo(there());
  }

  @Test
  void whoIsAtItAlreadyIsNotWaitedFor() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      var holding =
          other.submit(
              () ->
                  kept.work()
                      .run(
                          () -> {
                            lock();
                            held.countDown();
                            await(done);
                          }));
      held.await();
      try {
        long before = planned();
        new Shop(kept).product(1);
        upkeep.learnAnew();
        assertThat(planned()).isEqualTo(before);
      } finally {
        done.countDown();
      }
      holding.get();
    }
  }

  private void lock() {
    database.run(sql -> sql.update("LOCK TABLE product IN SHARE UPDATE EXCLUSIVE MODE"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private long planned() {
    return number(
        "SELECT reltuples::bigint AS number FROM pg_class WHERE oid = 'product'::regclass");
  }

  private long there() {
    return number("SELECT count(*) AS number FROM product");
  }

  private long number(String query) {
    return database.run(sql -> sql.queryRow(query, row -> row.number("number")));
  }
}
