package org.orders.integration.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Many callers who start at the same moment. They are threads of the platform: what evaluates
 * answers loads classes as it goes, and virtual threads that do so together can block all of their
 * few carriers for ever.
 */
public final class Rush {

  private Rush() {}

  /** Runs the action for 0 to count−1 at once and answers what each got, in that order. */
  public static <T> List<T> of(int count, IntFunction<T> action) {
    var start = new CountDownLatch(1);
    try (var callers = Executors.newCachedThreadPool()) {
      var running = new ArrayList<Future<T>>(count);
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            callers.submit(
                () -> {
                  start.await();
                  return action.apply(number);
                }));
      }
      start.countDown();
      var results = new ArrayList<T>(count);
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a caller failed", e.getCause());
    }
  }
}
