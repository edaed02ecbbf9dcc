package org.orders.adapter.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.domain.shared.InvalidValue;

/** How versions are compared. */
class EntityTagTest {

  @Test
  void anotherRepresentationHasAnotherTag() {
    assertThat(EntityTag.of("{\"a\":1}")).isEqualTo(EntityTag.of("{\"a\":1}"));
    assertThat(EntityTag.of("{\"a\":1}")).isNotEqualTo(EntityTag.of("{\"a\":2}"));
    assertThat(EntityTag.of("{}")).matches("\"[A-Za-z0-9_-]{22}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"t\"", "*", " * ", "\"a\", \"t\"", "\"a,b\" , \"t\"", "W/\"t\", \"t\""})
  void aMatchAllows(String header) {
    assertThat(EntityTag.ifMatchAllows(header, "\"t\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "W/\"t\"", "\"a\",\"b\""})
  void anotherVersionDoesNot(String header) {
    assertThat(EntityTag.ifMatchAllows(header, "\"t\"")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "\"t", "\"a\" \"t\"", "W/t", "\"a\", *", "w/\"t\""})
  void whatIsNoTagIsInvalid(String header) {
    assertThatThrownBy(() -> EntityTag.ifMatchAllows(header, "\"t\""))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void whatIsKnownNeedNotBeSentAgain() {
    assertThat(EntityTag.ifNoneMatchHas("W/\"t\"", "\"t\"")).isTrue();
    assertThat(EntityTag.ifNoneMatchHas("*", "\"t\"")).isTrue();
    assertThat(EntityTag.ifNoneMatchHas("\"a\"", "\"t\"")).isFalse();
    assertThat(EntityTag.ifNoneMatchHas(null, "\"t\"")).isFalse();
  }
}
