package org.orders.adapter.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers callers are ready to take. */
class AcceptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "",
        "application/json",
        "APPLICATION/JSON; charset=utf-8",
        "text/html, application/*;q=0.1",
        "application/problem+json, application/json",
        "text/html, */*;q=0.8"
      })
  void jsonIsWelcome(String header) {
    assertThat(Accept.allows(header, "application", "json")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/xml", "application/json;q=0", "nonsense"})
  void jsonIsNot(String header) {
    assertThat(Accept.allows(header, "application", "json")).isFalse();
  }
}
