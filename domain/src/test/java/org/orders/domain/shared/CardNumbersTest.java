package org.orders.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.order.Reference;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.payment.PaymentToken;

/** Card numbers are found wherever they stand, and in nothing else that is ordinary. */
class CardNumbersTest {

  private static final String CARD = "4242424242424242";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "tok_4242424242424242",
        "ref-4242424242424242",
        "x4242424242424242y",
        "my card is 4242 4242 4242 4242.",
        "4242-4242-4242-4242",
        "4242.4242.4242.4242",
        "4242\u00a04242\u00a04242\u00a04242",
        "4242\u20134242\u20134242\u20134242",
        "order 12 4242 4242 4242 4242 12/29 123",
        "42424242 42424242",
        "２４１: ４２４２４２４２４２４２４２４２",
        "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢",
        "amex 3782 822463 10005",
        "378282246310005",
        "5555555555554444",
        "2223003122003222",
        "6011111111111117",
        "3566002020360505",
        "6200000000000005",
        "6222020000000000000",
        "019a1fe2-4242-7242-8424-242424242424 4242424242424242",
        "beef4242424242424242"
      })
  void aCardNumberStandsInText(String text) {
    assertThat(CardNumbers.standIn(text)).isTrue();
    assertThat(CardNumbers.standInCode(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4222222222222",
        "30569309020004",
        "3056 930902 0004",
        "42424 2424242 4242",
        "42 42 42 42 42 42 42 42"
      })
  void onlyWhatPeopleWriteIsSearchedForShortCardsAndOddGroups(String text) {
    assertThat(CardNumbers.standIn(text)).isTrue();
    assertThat(CardNumbers.standInCode(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no digits at all",
        "4242424242424241",
        "14242424242424242",
        "42424242424242420",
        "9999999999999995",
        "4242",
        "42424242-4242-4242-4242-424242424242",
        "order-42424242-4242-4242-4242-424242424242-1",
        "42424242424242424242424242424242",
        "a4242424242424242f0000000000000b",
        "2026-11-21T15:51:42.123456789Z",
        "20261121155142123",
        "+4242424242424",
        "call +49 1512 3456789 please",
        "302-1234567-1234567"
      })
  void whatIsNoCardNumberIsNotTakenForOne(String text) {
    assertThat(CardNumbers.standIn(text)).isFalse();
    assertThat(CardNumbers.standInCode(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "x4242424242424242,x***",
    "a 4242 4242 4242 4242 b 378282246310005,a *** b ***",
    "4242424242424241,4242424242424241"
  })
  void starsStandInTheirPlace(String text, String starred) {
    assertThat(CardNumbers.starred(text)).isEqualTo(starred);
  }

  static Stream<Function<String, Object>> texts() {
    return Stream.of(
        Reason::new,
        Reason::note,
        PersonName::new,
        text -> address(text, "", "City", "", "1"),
        text -> address("Line", text, "City", "", "1"),
        text -> address("Line", "", text, "", "1"),
        text -> address("Line", "", "City", text, "1"),
        text -> address("Line", "", "City", "", text),
        text -> new EmailAddress(text + "@example.org"),
        Reference::new,
        TrackingNumber::told,
        ServiceName::new,
        ProductName::new,
        Sku::new,
        Product::checkDescription,
        PaymentToken::new);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noTextHoldsACardNumberOrSaysWhich(Function<String, Object> making) {
    assertThatThrownBy(() -> making.apply(CARD))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal ->
                assertThat(refusal.violations())
                    .singleElement()
                    .extracting(InvalidValue.Violation::detail)
                    .isEqualTo("must not hold a card number"));
    assertThatThrownBy(() -> making.apply(CARD)).hasMessageNotContaining(CARD);
    assertThatCode(() -> making.apply("4242424242424241")).doesNotThrowAnyException();
  }

  @Test
  void aNoteIsRefusedByItsName() {
    assertThatThrownBy(() -> Reason.note("it is " + CARD))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/note"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1Z4242424242424242",
        "9400 1118 9922 3197 1234 56",
        "CA123456785US",
        "961234567890123"
      })
  void aParcelsNumberIsSearchedAsAWhole(String number) {
    assertThat(TrackingNumber.told(number).value()).isEqualTo(number);
  }

  @Test
  void whatACarrierSaysOfAParcelStands() {
    assertThat(new TrackingNumber(CARD).value()).isEqualTo(CARD);
  }

  private static Address address(
      String line1, String line2, String city, String region, String postalCode) {
    return new Address(line1, line2, city, region, postalCode, new CountryCode("TH"));
  }
}
