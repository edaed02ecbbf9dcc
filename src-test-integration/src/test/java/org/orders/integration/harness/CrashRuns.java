package org.orders.integration.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How often processes are killed in a run, and what came of it, a line each, for the summary that
 * {@code make test-crash} writes. A run with one round has shorter leases, so that it is quick.
 */
public final class CrashRuns {

  /** How often each step is struck. */
  public static final int ROUNDS = Integer.getInteger("crash.rounds", 1);

  /** By when everything is settled, whatever happened. */
  public static final Duration NOTHING_IS_STUCK_AFTER = Duration.ofSeconds(60);

  private static final Path FILE = Path.of("target", "crash-runs.csv");

  private CrashRuns() {}

  /** Whether this is the long run, whose figures are kept. */
  public static boolean isLong() {
    return ROUNDS > 1;
  }

  /** These settings; in a short run with leases that are soon over. */
  public static Map<String, String> settings(Map<String, String> own) {
    Map<String, String> settings = new HashMap<>(own);
    if (!isLong()) {
      settings.put("ORDERS_JOBS_LEASE", "4s");
      settings.put("ORDERS_JOBS_HEARTBEAT", "1s");
    }
    return Map.copyOf(settings);
  }

  /**
   * Writes one thing that happened, such as how long it took until a killed payment was settled.
   */
  public static synchronized void record(String what, String step, long value) {
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

  /** Milliseconds since a moment of the clock that counts nanoseconds. */
  public static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
