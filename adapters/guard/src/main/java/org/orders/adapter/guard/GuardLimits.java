package org.orders.adapter.guard;

import java.time.Duration;

/**
 * How much a gateway or carrier is asked at once, how long it is waited for, and when it is left
 * alone.
 *
 * @param timeout for a call as a whole; longer than the adapter's own, which knows more when it
 *     ends
 * @param concurrency calls of workers at once
 * @param vaultConcurrency cards on their way to the vault at once
 * @param failureVolume how many calls are looked at before a gateway is judged
 * @param failureRatio the share of failures among them at which it is left alone
 * @param rest how long it is left alone, before one call tries it again
 */
public record GuardLimits(
    Duration timeout,
    int concurrency,
    int vaultConcurrency,
    int failureVolume,
    double failureRatio,
    Duration rest) {

  /** What fits most of them. */
  public static final GuardLimits USUAL =
      new GuardLimits(Duration.ofSeconds(15), 32, 64, 20, 0.75, Duration.ofSeconds(2));
}
