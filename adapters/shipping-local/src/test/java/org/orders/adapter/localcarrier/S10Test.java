package org.orders.adapter.localcarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.domain.shared.CountryCode;

class S10Test {

  private static final CountryCode US = new CountryCode("US");

  /** Numbers that posts have printed, and the standard's own example. */
  @ParameterizedTest
  @ValueSource(strings = {"RR473124829FI", "EE876543216GB", "LZ123456785US"})
  void knownNumbersAreValid(String number) {
    assertThat(S10.isValid(number)).isTrue();
  }

  @Test
  void aNumberSaysWhatItIs() {
    assertThat(S10.number(S10.Kind.PARCEL, 12_345_678, US).value()).isEqualTo("CA123456785US");
    assertThat(S10.number(S10.Kind.EXPRESS, 100_000_000, US).value()).startsWith("EB00000000");
  }

  @Property
  void everyNumberIsValid(
      @ForAll S10.Kind kind, @ForAll @LongRange(min = 0, max = 2_599_999_999L) long serial) {
    assertThat(S10.isValid(S10.number(kind, serial, US).value())).isTrue();
  }

  @Property
  void twoSerialsAreTwoNumbers(
      @ForAll @LongRange(min = 0, max = 2_599_999_999L) long one,
      @ForAll @LongRange(min = 0, max = 2_599_999_999L) long other) {
    assertThat(S10.number(S10.Kind.PARCEL, one, US).equals(S10.number(S10.Kind.PARCEL, other, US)))
        .isEqualTo(one == other);
  }

  @Property
  void oneWrongDigitIsFound(
      @ForAll @IntRange(min = 0, max = 99_999_999) int serial,
      @ForAll @IntRange(min = 2, max = 9) int place,
      @ForAll @CharRange(from = '0', to = '9') char wrong) {
    StringBuilder number = new StringBuilder(S10.number(S10.Kind.PARCEL, serial, US).value());
    char right = number.charAt(place);
    number.setCharAt(place, wrong);

    // Weights are no multiples of 11, and only the check digits 0 and 5 stand for two remainders.
    if (right != wrong && !"05".contains(number.substring(10, 11))) {
      assertThat(S10.isValid(number.toString())).isFalse();
    }
  }

  @Test
  void numbersThatAreUsedUpAreNotUsedAgain() {
    assertThatThrownBy(() -> S10.number(S10.Kind.PARCEL, 2_600_000_000L, US))
        .isInstanceOf(IllegalStateException.class);
  }
}
