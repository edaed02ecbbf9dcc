package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstilesTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Turnstiles<String> turnstiles = new Turnstiles<>(2);

  @Test
  void neverMoreThanSomePassAtOnceAndEverybodyDoesInTheEnd() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> passing = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 50; caller++) {
        int number = caller;
        passing.add(
            callers.submit(
                () ->
                    turnstiles.pass(
                        "ada",
                        LONG,
                        () -> {
                          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                          Thread.yield();
                          inside.decrementAndGet();
                          return number;
                        })));
      }
      for (int caller = 0; caller < 50; caller++) {
        assertThat(passing.get(caller).get()).isEqualTo(caller);
      }
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void whoseTurnDoesNotComeIsTurnedAwayAndOthersPass() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch full = new CountDownLatch(2);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 2; caller++) {
        callers.submit(
            () ->
                turnstiles.pass(
                    "ada",
                    LONG,
                    () -> {
                      full.countDown();
                      return awaited(go);
                    }));
      }
      full.await();
      assertThatThrownBy(() -> turnstiles.pass("ada", Duration.ofMillis(20), () -> true))
          .isInstanceOf(TooManyRequests.class);
      assertThat(turnstiles.<Boolean>pass("grace", Duration.ofMillis(20), () -> true)).isTrue();
      go.countDown();
    }
    assertThat(turnstiles.<Boolean>pass("ada", Duration.ofMillis(20), () -> true)).isTrue();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
