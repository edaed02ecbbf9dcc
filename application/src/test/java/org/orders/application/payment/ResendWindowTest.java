package org.orders.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResendWindowTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration MOMENT = Duration.ofNanos(1);

  private final TestGateway gateway = new TestGateway();

  @Test
  void itIsOpenFromTheFirstMoment() {
    assertThat(ResendWindow.isOpen(gateway, FIRST, FIRST)).isTrue();
  }

  @Test
  void itClosesWithAKeyThatIsForgottenEarly() {
    gateway.honoursKeysFor(Duration.ofMinutes(5));

    assertThat(isOpenAfter(Duration.ofMinutes(5).minus(MOMENT))).isTrue();
    assertThat(isOpenAfter(Duration.ofMinutes(5))).isFalse();
  }

  @Test
  void itClosesAfterTwentyHoursHoweverLongTheKeyIsHonoured() {
    gateway.honoursKeysFor(Duration.ofDays(30));

    assertThat(isOpenAfter(Duration.ofHours(20).minus(MOMENT))).isTrue();
    assertThat(isOpenAfter(Duration.ofHours(20))).isFalse();
  }

  @Test
  void itIsNeverOpenForAGatewayThatHonoursNoKey() {
    gateway.honoursKeysFor(Duration.ZERO);

    assertThat(isOpenAfter(Duration.ZERO)).isFalse();
  }

  private boolean isOpenAfter(Duration time) {
    return ResendWindow.isOpen(gateway, FIRST, FIRST.plus(time));
  }
}
