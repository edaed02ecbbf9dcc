package org.orders.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.orders.domain.shared.ConcurrentChange;

class InMemoryDatabaseTest {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryTable<String, Integer> table = database.table("numbers");

  @Test
  void whatFailsLeavesNothingBehind() {
    table.put("a", 1);

    assertThatThrownBy(
            () ->
                database.run(
                    () -> {
                      table.put("a", 2);
                      table.put("b", 2);
                      assertThat(table.values()).containsExactly(2, 2);
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(table.rows()).containsOnlyKeys("a").containsEntry("a", 1);
  }

  @Test
  void othersSeeNothingBeforeTheCommit() {
    AtomicReference<Optional<Integer>> seen = new AtomicReference<>();
    database.run(
        () -> {
          table.put("a", 1);
          join(Thread.ofVirtual().start(() -> seen.set(table.find("a"))));
        });

    assertThat(seen.get()).isEmpty();
    assertThat(table.find("a")).contains(1);
  }

  @Test
  void aRowThatIsHeldIsWaitedFor() throws InterruptedException {
    table.put("a", 1);
    CountDownLatch held = new CountDownLatch(1);
    Thread first =
        Thread.ofVirtual()
            .start(
                () ->
                    database.run(
                        () -> {
                          int before = table.lock("a").orElseThrow();
                          held.countDown();
                          pause();
                          table.put("a", before + 1);
                        }));
    assertThat(held.await(1, TimeUnit.SECONDS)).isTrue();

    database.run(() -> table.put("a", table.lock("a").orElseThrow() + 1));
    first.join();

    assertThat(table.find("a")).contains(3);
  }

  @Test
  void aCollisionIsTriedAgainThreeTimes() {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                database.run(
                    () -> {
                      runs.incrementAndGet();
                      throw new ConcurrentChange();
                    }))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(runs).hasValue(4);

    runs.set(0);
    int result =
        database.run(
            () -> {
              if (runs.incrementAndGet() < 3) {
                throw new ConcurrentChange();
              }
              return runs.get();
            });
    assertThat(result).isEqualTo(3);
  }

  @Test
  void innerWorkTakesPartInTheOuter() {
    assertThatThrownBy(
            () ->
                database.run(
                    () -> {
                      database.run(() -> table.put("a", 1));
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(table.find("a")).isEmpty();
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
