package org.orders.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandsTest {

  private static final List<Integer> THINGS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void everythingIsDoneOnceBeforeItReturns() {
    var done = new ConcurrentLinkedQueue<Integer>();
    Hands.each(THINGS, done::add);
    assertThat(done).containsExactlyInAnyOrderElementsOf(THINGS);
  }

  @Test
  void thingsAreDoneSideBySide() {
    var both = new CountDownLatch(2);
    var met = new AtomicInteger();
    Hands.each(
        List.of(1, 2),
        thing -> {
          both.countDown();
          met.addAndGet(await(both) ? 1 : 0);
        });
    assertThat(met).hasValue(2);
  }

  @Test
  void theFirstFailureEndsTheWorkAndIsThrown() {
    var done = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Hands.each(
                    THINGS,
                    thing -> {
                      if (done.incrementAndGet() == 10) {
                        throw new IllegalArgumentException("no more");
                      }
                      pause();
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no more");
    assertThat(done).hasValueLessThan(THINGS.size());
  }

  @Test
  void anErrorIsNotLost() {
    assertThatThrownBy(
            () ->
                Hands.each(
                    THINGS,
                    thing -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void nothingToDoIsDoneAtOnce() {
    Hands.each(List.of(), thing -> assertThat(thing).isNull());
  }

  /** Long enough for a failure to be noticed before everything is done. */
  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
