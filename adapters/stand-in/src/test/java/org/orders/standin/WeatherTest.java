package org.orders.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.standin.Weather.Turn;

class WeatherTest {

  private static Stream<Turn> turns(double failureRate) {
    Weather<String> weather = Weather.failing("orders.failure-rate", failureRate);
    return Stream.generate(() -> weather.turn("BUY")).limit(500);
  }

  @Test
  void atRateNullNothingIsLost() {
    assertThat(turns(0)).containsOnly(Turn.FAIR);
  }

  @Test
  void atRateOneEverythingIsLostOneWayOrTheOther() {
    assertThat(turns(1)).containsOnly(Turn.REQUEST_LOST, Turn.ANSWER_LOST);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aRateThatIsNoShareIsRefusedByTheNameOfItsSetting(double rate) {
    assertThatThrownBy(() -> Weather.failing("orders.failure-rate", rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("orders.failure-rate must be from 0 to 1, not " + rate);
  }
}
