package org.orders.replay;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A few hands side by side, for work in which no piece depends on another: most of it is waiting.
 */
final class Hands {

  /** More would only queue up in a small service. */
  private static final int HANDS = 8;

  private Hands() {}

  /**
   * Does an action with each thing, in any order, and returns when all is done. The first failure
   * ends the work, and is thrown once nothing runs any more.
   */
  static <T> void each(Collection<T> things, Consumer<T> action) {
    Queue<T> left = new ConcurrentLinkedQueue<>(things);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int hand = 0; hand < Math.min(HANDS, things.size()); hand++) {
        hands.execute(() -> work(left, action, failure));
      }
    }
    switch (failure.get()) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException refused -> throw refused;
      case Throwable impossible -> throw new IllegalStateException(impossible);
    }
  }

  private static <T> void work(
      Queue<T> left, Consumer<T> action, AtomicReference<@Nullable Throwable> failure) {
    try {
      for (T next = left.poll(); next != null; next = left.poll()) {
        action.accept(next);
      }
    } catch (RuntimeException | Error failed) {
      left.clear();
      failure.compareAndSet(null, failed);
    }
  }
}
