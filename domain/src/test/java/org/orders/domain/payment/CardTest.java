package org.orders.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

class CardTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String NUMBER = "4242424242424242";

  @Test
  void aCardKeepsWhatItsHolderTyped() {
    Card card = Card.of("4242 4242 4242 4242", 12, 2030, "123", "A. Holder", NOW);

    assertThat(card.number().value()).isEqualTo(NUMBER);
    assertThat(card.summary()).isEqualTo(new CardSummary("visa", "4242"));
  }

  @Test
  void everyWrongFieldIsNamedAndNoneIsQuoted() {
    InvalidValue refusal =
        catchThrowableOfType(
            InvalidValue.class, () -> Card.of("4242424242424241", 13, 26, "12", " ", NOW));

    assertThat(refusal.violations())
        .extracting(Violation::pointer)
        .containsExactly("/number", "/expiryMonth", "/cvc", "/holder");
    assertThat(refusal.details().toString()).doesNotContain("4242424242424241");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4242", "4242424242424243", "4242424242424242x", "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢"})
  void aNumberHasDigitsOfWhichTheLastFits(String number) {
    assertThatThrownBy(() -> Card.of(number, 12, 2030, "123", "A. Holder", NOW))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({"11,2026,true", "12,2026,true", "10,2026,false", "11,2025,false"})
  void aCardIsGoodThroughItsMonth(int month, int year, boolean good) {
    if (good) {
      assertThat(Card.of(NUMBER, month, year, "123", "A. Holder", NOW)).isNotNull();
    } else {
      assertThatThrownBy(() -> Card.of(NUMBER, month, year, "123", "A. Holder", NOW))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void theMonthEndsWhereItEndsLast() {
    Instant elevenHoursIntoDecember = Instant.parse("2026-12-01T11:00:00Z");

    assertThat(Card.of(NUMBER, 11, 2026, "123", "A. Holder", elevenHoursIntoDecember)).isNotNull();
  }

  @Test
  void americanExpressHasFourDigitsInItsCode() {
    String amex = "378282246310005";

    assertThat(Card.of(amex, 12, 2030, "1234", "A. Holder", NOW).summary().brand())
        .isEqualTo("amex");
    assertThatThrownBy(() -> Card.of(amex, 12, 2030, "123", "A. Holder", NOW))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "4242424242424242,visa",
    "5555555555554444,mastercard",
    "2223003122003222,mastercard",
    "378282246310005,amex",
    "6011111111111117,discover",
    "3566002020360505,jcb",
    "3056930009020004,diners",
    "6200000000000005,unionpay"
  })
  void theFirstDigitsTellTheBrand(String number, String brand) {
    assertThat(new CardNumber(number).brand()).isEqualTo(brand);
  }

  @Test
  void nothingOfACardIsPrinted() {
    Card card = Card.of(NUMBER, 12, 2030, "987", "A. Holder", NOW);

    assertThat(card + " " + card.number() + " " + new PaymentToken("tok_secret"))
        .doesNotContain(NUMBER)
        .doesNotContain("987")
        .doesNotContain("Holder")
        .doesNotContain("tok_secret");
  }

  @Test
  void aCardNumberIsNoToken() {
    assertThatThrownBy(() -> new PaymentToken(NUMBER)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "ü"})
  void aTokenIsPrintableText(String token) {
    assertThatThrownBy(() -> new PaymentToken(token)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "4242-4242-4242-4242",
        "4242.4242.4242.4242",
        "4242_4242_4242_4242",
        "+4242/4242/4242/4242"
      })
  void noNumberPassesForAToken(String number) {
    assertThatThrownBy(() -> new PaymentToken(number))
        .isInstanceOf(InvalidValue.class)
        .hasMessageNotContaining("4242");
  }
}
