package org.orders.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final RandomGenerator NO_JITTER = () -> 0L;

  private final RetryPolicy policy =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 50);

  @Test
  void eachWaitIsTwiceTheOneBeforeUpToTheLongest() {
    assertThat(
            IntStream.rangeClosed(1, 9)
                .mapToObj(tries -> policy.waitAfter(tries, NO_JITTER).toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void noNumberOfTriesOverflows() {
    assertThat(policy.waitAfter(Integer.MAX_VALUE, NO_JITTER)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void chanceShortensAWaitByUpToAHalf() {
    Random chance = new Random(7);

    assertThat(IntStream.range(0, 1_000).mapToObj(_ -> policy.waitAfter(20, chance)))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60)))
        .anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(31)))
        .anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(59)));
  }

  @Test
  void theUsualPolicyGoesOnForAboutTwoHours() {
    Duration longest =
        IntStream.range(1, RetryPolicy.USUAL.mostTries())
            .mapToObj(tries -> RetryPolicy.USUAL.waitAfter(tries, NO_JITTER))
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(longest).isBetween(Duration.ofMinutes(90), Duration.ofMinutes(150));
  }
}
