package org.orders.adapter.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.orders.application.payment.PayOrder.Method;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** What a method of payment needs. */
class MethodJsonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

  private static MethodJson card(String number, int month, int year) {
    return new MethodJson("card", number, month, year, "123", "Ada", null);
  }

  private static Iterable<String> wrong(MethodJson method) {
    return catchThrowableOfType(InvalidValue.class, () -> method.checked(TODAY))
        .violations()
        .stream()
        .map(Violation::pointer)
        .toList();
  }

  @Test
  void aCardLastsToTheEndOfItsMonth() {
    assertThat(card("4242424242424242", 3, 2026).checked(TODAY)).isEqualTo(Method.CARD);
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
    assertThat(new MethodJson("invoice", null, null, null, null, null, null).checked(TODAY))
        .isEqualTo(Method.INVOICE);
  }

  @Test
  void aCardIsNeverShown() {
    assertThat(card("4242424242424242", 3, 2026)).hasToString("MethodJson[***]");
  }
}
