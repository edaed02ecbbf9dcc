package org.orders.integration.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * How often processes are killed in a run, and what came of it, a line each, for the summary that
 * {@code make test-crash} writes. A run with one round has shorter leases, so that it is quick.
 */
final class CrashRuns {

  /** How often each step is struck. */
  static final int ROUNDS = Integer.getInteger("crash.rounds", 1);

  /** By when everything is settled, whatever happened. */
  static final Duration NOTHING_IS_STUCK_AFTER = Duration.ofSeconds(60);

  private static final Path FILE = Path.of("target", "crash-runs.csv");

  private CrashRuns() {}

  /** Whether this is the long run, whose figures are kept. */
  static boolean isLong() {
    return ROUNDS > 1;
  }

  /** Settings of a service whose gateway takes this long for a call. */
  static Map<String, String> settings(String delay) {
    return isLong()
        ? Map.of("ORDERS_PAYMENT_SIMULATOR_DELAY", delay)
        : Map.of(
            "ORDERS_PAYMENT_SIMULATOR_DELAY",
            delay,
            "ORDERS_JOBS_LEASE",
            "4s",
            "ORDERS_JOBS_HEARTBEAT",
            "1s");
  }

  /**
   * Writes one thing that happened, such as how long it took until a killed payment was settled.
   */
  static synchronized void record(String what, String step, long value) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE,
          "%s;%s;%d%n".formatted(what, step, value),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
