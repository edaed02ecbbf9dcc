package org.orders.integration.harness;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that must become true, with a bound, never for a time alone. */
public final class Patience {

  private Patience() {}

  /** Returns as soon as the condition holds; fails with what was awaited when it never does. */
  public static void await(String what, Duration bound, BooleanSupplier condition) {
    var end = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within %s: %s".formatted(bound, what));
      }
      pause(Duration.ofMillis(50));
    }
  }

  /** A short breath before asking again. */
  public static void shortly() {
    pause(Duration.ofMillis(100));
  }

  public static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
