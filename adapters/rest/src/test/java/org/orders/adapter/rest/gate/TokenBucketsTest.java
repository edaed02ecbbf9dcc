package org.orders.adapter.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How requests are counted. */
class TokenBucketsTest {

  private final AtomicLong nanos = new AtomicLong();

  private TokenBuckets buckets(String limit) {
    return new TokenBuckets(RateLimit.of(limit), nanos::get);
  }

  @Test
  void aBurstIsTakenAndThenTheRate() {
    TokenBuckets buckets = buckets("10/3");
    for (int request = 0; request < 3; request++) {
      assertThat(buckets.take("a")).isZero();
    }
    assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(100));
    assertThat(buckets.take("b")).isZero();
    nanos.addAndGet(Duration.ofMillis(100).toNanos());
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isPositive();
  }

  @Test
  void waitingNeverGivesMoreThanTheBurst() {
    TokenBuckets buckets = buckets("10/2");
    buckets.take("a");
    nanos.addAndGet(Duration.ofDays(1).toNanos());
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isPositive();
  }

  @Test
  void zeroIsNoLimit() {
    TokenBuckets buckets = buckets("0");
    for (int request = 0; request < 10_000; request++) {
      assertThat(buckets.take("a")).isZero();
    }
  }

  @Test
  void callersBeyondCountingDoNotFillTheMemory() {
    TokenBuckets buckets = buckets("1/1");
    for (int caller = 0; caller < 250_000; caller++) {
      buckets.take("caller " + caller);
    }
    assertThat(buckets.size()).isLessThanOrEqualTo(100_001);
  }

  @Test
  void whatIsNoLimitIsRefused() {
    for (String text : new String[] {"", "a", "1/", "-1", "1/2/3", "1.5"}) {
      assertThatThrownBy(() -> RateLimit.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
