package org.orders.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orders.standin.Weather.Turn;

class WireTest {

  private final AtomicInteger done = new AtomicInteger();

  private String call(Turn turn, Duration takes) {
    return new Wire<String>("other side", _ -> turn)
        .call(
            "BUY",
            takes,
            "unknown",
            () -> {
              done.incrementAndGet();
              return "bought";
            });
  }

  @Test
  void inFairWeatherTheAnswerComesBack() {
    assertThat(call(Turn.FAIR, Duration.ofMillis(2))).isEqualTo("bought");
    assertThat(done).hasValue(1);
  }

  @Test
  void whatIsLostOnTheWayThereIsNeverDone() {
    assertThat(call(Turn.REQUEST_LOST, Duration.ZERO)).isEqualTo("unknown");
    assertThat(done).hasValue(0);
  }

  @Test
  void whatIsLostOnTheWayBackIsDone() {
    assertThat(call(Turn.ANSWER_LOST, Duration.ZERO)).isEqualTo("unknown");
    assertThat(done).hasValue(1);
  }

  @Test
  void whereTheBooksAreClosedNothingIsKnown() {
    String answer =
        new Wire<String>("other side", _ -> Turn.FAIR)
            .call(
                "BUY",
                Duration.ZERO,
                "unknown",
                () -> {
                  throw new SQLException("closed");
                });

    assertThat(answer).isEqualTo("unknown");
  }

  @Test
  void whoIsInterruptedKnowsNothingAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(call(Turn.FAIR, Duration.ofMinutes(1))).isEqualTo("unknown");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(done).hasValue(0);
  }
}
