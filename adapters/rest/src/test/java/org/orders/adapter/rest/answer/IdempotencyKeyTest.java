package org.orders.adapter.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.domain.shared.InvalidValue;

/** Which keys are keys. */
class IdempotencyKeyTest {

  @Test
  void theQuotedFormIsTheSameKey() {
    assertThat(IdempotencyKey.parse(List.of("a-key"), false)).isEqualTo("a-key");
    assertThat(IdempotencyKey.parse(List.of("\"a-key\""), false)).isEqualTo("a-key");
    assertThat(IdempotencyKey.parse(List.of("\"a \\\"key\\\\\""), false)).isEqualTo("a \"key\\");
  }

  @Test
  void lengthAndCharactersAreLimited() {
    assertThat(IdempotencyKey.parse(List.of("x".repeat(255)), false)).hasSize(255);
    for (String key : new String[] {"", "\"\"", "x".repeat(256), "ключ", "a\tb"}) {
      assertThatThrownBy(() -> IdempotencyKey.parse(List.of(key), false))
          .isInstanceOf(InvalidValue.class);
    }
    assertThatThrownBy(() -> IdempotencyKey.parse(List.of("a", "b"), false))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void strangersNeedLongKeys() {
    assertThat(IdempotencyKey.parse(List.of("x".repeat(20)), true)).hasSize(20);
    assertThatThrownBy(() -> IdempotencyKey.parse(List.of("x".repeat(19)), true))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> IdempotencyKey.parse(List.of('"' + "x".repeat(19) + '"'), true))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aKeyHoldsNoCardNumber() {
    for (String key : List.of("4242424242424242", "\"order-4242 4242 4242 4242\"")) {
      assertThatThrownBy(() -> IdempotencyKey.parse(List.of(key), false))
          .isInstanceOf(InvalidValue.class)
          .hasMessageNotContaining("4242");
    }
    String uuid = "42424242-4242-4242-8242-424242424242";
    assertThat(IdempotencyKey.parse(List.of(uuid), true)).isEqualTo(uuid);
  }
}
