package org.orders.adapter.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orders.application.payment.PayOrder.Means;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** What a method of payment needs. */
class MethodJsonTest {

  private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

  private static MethodJson card(String number, int month, int year) {
    return new MethodJson("card", number, month, year, "123", "Ada", null);
  }

  private static Iterable<String> wrong(MethodJson method) {
    return catchThrowableOfType(InvalidValue.class, () -> method.means(NOW)).violations().stream()
        .map(Violation::pointer)
        .toList();
  }

  @Test
  void aCardLastsToTheEndOfItsMonth() {
    assertThat(card("4242424242424242", 3, 2026).means(NOW)).isInstanceOf(Means.ByCard.class);
    assertThat(wrong(card("4242424242424242", 2, 2026))).containsExactly("/method/expiryYear");
  }

  @Test
  void aMistypedNumberIsNoticed() {
    assertThat(wrong(card("4242424242424243", 3, 2026))).containsExactly("/method/number");
  }

  @Test
  void eachTypeHasItsOwnFieldsAndNoOthers() {
    assertThat(wrong(new MethodJson("card", null, null, null, null, null, null))).hasSize(5);
    assertThat(wrong(new MethodJson("token", null, null, null, null, null, null)))
        .containsExactly("/method/token");
    assertThat(wrong(new MethodJson("invoice", null, null, null, null, null, "t")))
        .containsExactly("/method/token");
    assertThat(new MethodJson("invoice", null, null, null, null, null, null).means(NOW))
        .isEqualTo(new Means.Invoice());
  }

  @Test
  void aCardIsNeverShown() {
    assertThat(card("4242424242424242", 3, 2026)).hasToString("MethodJson[***]");
  }
}
