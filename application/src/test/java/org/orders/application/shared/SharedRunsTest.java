package org.orders.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedRunsTest {

  @Test
  void whoComesOneAfterTheOtherGetsARunEach() {
    AtomicInteger runs = new AtomicInteger();
    SharedRuns<Integer> shared = new SharedRuns<>(runs::incrementAndGet);

    assertThat(List.of(shared.get(), shared.get(), shared.get())).containsExactly(1, 2, 3);
  }

  @Test
  void whoComesDuringARunSharesTheNext() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    SharedRuns<Integer> shared =
        new SharedRuns<>(
            () -> {
              began.countDown();
              await(mayEnd);
              return runs.incrementAndGet();
            });
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = callers.submit(shared::get);
      await(began);
      CountDownLatch came = new CountDownLatch(15);
      List<Future<Integer>> others = new ArrayList<>();
      for (int other = 0; other < 15; other++) {
        others.add(
            callers.submit(
                () -> {
                  came.countDown();
                  return shared.get();
                }));
      }
      await(came);
      // Counting down comes a moment before waiting.
      Thread.sleep(100);
      mayEnd.countDown();

      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
      for (Future<Integer> other : others) {
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(2);
      }
    }
    assertThat(runs).hasValue(2);
  }

  @Test
  void aRunThatFailsIsNobodysAfterwards() {
    AtomicInteger runs = new AtomicInteger();
    SharedRuns<Integer> shared =
        new SharedRuns<>(
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("no");
              }
              return runs.get();
            });

    assertThatThrownBy(shared::get).isInstanceOf(IllegalStateException.class);
    assertThat(shared.get()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
