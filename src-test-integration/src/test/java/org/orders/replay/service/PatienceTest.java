package org.orders.replay.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private final Patience patience = new Patience(InstantSource.fixed(NOW));

  @ParameterizedTest
  @CsvSource({
    "5, PT5S",
    "0, PT0S",
    "-3, PT0S",
    "86400, PT1M",
    "'Sat, 21 Nov 2026 10:00:07 GMT', PT7S",
    "'Sat, 21 Nov 2026 09:00:00 GMT', PT0S",
    "soon, PT0.2S"
  })
  void retryAfterIsObeyedWithinBounds(String retryAfter, Duration pause) {
    assertThat(patience.afterAnswer(answer(429, retryAfter, MissingNode.getInstance()), 1))
        .contains(pause);
  }

  @Test
  void anOutageIsGivenLongerEachTimeWhateverItPromises() {
    var away = answer(503, "1", MissingNode.getInstance());
    assertThat(patience.afterAnswer(away, 1)).contains(Duration.ofSeconds(1));
    assertThat(patience.afterAnswer(away, 5)).contains(Duration.ofMillis(3_200));
    assertThat(patience.afterAnswer(answer(503, "30", MissingNode.getInstance()), 5))
        .contains(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 400, 401, 403, 404, 409, 412, 422})
  void otherAnswersAreFinal(int status) {
    assertThat(patience.afterAnswer(answer(status, "1", MissingNode.getInstance()), 1)).isEmpty();
  }

  @Test
  void anInternalErrorIsFinalTheThirdTime() {
    var error = answer(500, "0", MissingNode.getInstance());
    assertThat(patience.afterAnswer(error, 2)).isPresent();
    assertThat(patience.afterAnswer(error, 3)).isEmpty();
  }

  @Test
  void pausesDoubleUpToABound() {
    assertThat(patience.afterSilence(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(patience.afterSilence(2)).isEqualTo(Duration.ofMillis(400));
    assertThat(patience.afterSilence(50)).isEqualTo(Duration.ofMillis(12_800));
  }

  private static Answer answer(int status, String retryAfter, JsonNode body) {
    var headers = HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (name, value) -> true);
    return new Answer(status, headers, body);
  }
}
