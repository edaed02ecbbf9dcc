package org.orders.application.shared;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that takes long and that many may ask for at the same time, done once at a time. Whoever
 * comes while it is done shares the next run with all others who wait: so nobody waits for more
 * than two runs, and nobody gets what was found before they asked.
 *
 * @param <R> what the work finds
 */
public final class SharedRuns<R> {

  private final Supplier<R> work;
  private final Lock turn = new ReentrantLock();
  private @Nullable Run next;

  public SharedRuns(Supplier<R> work) {
    this.work = work;
  }

  /** What one run found, or why it failed; written and read by whoever has the turn. */
  private final class Run {
    private @Nullable Supplier<R> found;

    /** Those who come from now on come too late for it. */
    void take() {
      leave(this);
      try {
        R result = work.get();
        found = () -> result;
      } catch (RuntimeException failure) {
        found =
            () -> {
              throw failure;
            };
      }
    }

    R result() {
      if (found == null) {
        take();
      }
      return Objects.requireNonNull(found).get();
    }
  }

  /**
   * The result of a run that begins after this was called.
   *
   * @throws RuntimeException what the work threw
   */
  public R get() {
    Run mine = join();
    turn.lock();
    try {
      return mine.result();
    } finally {
      turn.unlock();
    }
  }

  private synchronized Run join() {
    if (next == null) {
      next = new Run();
    }
    return next;
  }

  @SuppressWarnings("ReferenceEquality") // It is about this one run.
  private synchronized void leave(Run begun) {
    if (next == begun) {
      next = null;
    }
  }
}
