package org.orders.adapter.rest.gate;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each caller, refilled as time goes by. A bucket that has filled up again
 * is as good as none and is forgotten, so that memory is bounded by who called lately.
 */
final class TokenBuckets {

  private static final int MAX = 100_000;
  private static final double NANOS = 1e9;

  private final RateLimit limit;
  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicBoolean sweeping = new AtomicBoolean();

  private record Bucket(double tokens, long at, boolean granted) {}

  TokenBuckets(RateLimit limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes a token.
   *
   * @return how long until there is one again; zero where one was taken
   */
  Duration take(String caller) {
    if (limit.isNone()) {
      return Duration.ZERO;
    }
    long now = nanoTime.getAsLong();
    Bucket after =
        buckets.compute(
            caller,
            (name, bucket) -> {
              double tokens = bucket == null ? limit.burst() : refilled(bucket, now);
              return tokens >= 1
                  ? new Bucket(tokens - 1, now, true)
                  : new Bucket(tokens, now, false);
            });
    if (buckets.size() > MAX) {
      sweep(now);
    }
    return after.granted
        ? Duration.ZERO
        : Duration.ofNanos((long) ((1 - after.tokens) / limit.rate() * NANOS));
  }

  /** How many callers are remembered. */
  int size() {
    return buckets.size();
  }

  private double refilled(Bucket bucket, long now) {
    return Math.min(limit.burst(), bucket.tokens + (now - bucket.at) / NANOS * limit.rate());
  }

  /** Forgets full buckets; where all are in use, more callers than we can count get new ones. */
  private void sweep(long now) {
    if (sweeping.compareAndSet(false, true)) {
      try {
        buckets.values().removeIf(bucket -> refilled(bucket, now) >= limit.burst());
        if (buckets.size() > MAX) {
          buckets.clear();
        }
      } finally {
        sweeping.set(false);
      }
    }
  }
}
