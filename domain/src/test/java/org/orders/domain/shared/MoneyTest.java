package org.orders.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.EUR;
import static org.orders.domain.Samples.JPY;
import static org.orders.domain.Samples.KWD;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MoneyTest {

  @Property
  void splittingLosesNothing(@ForAll long minorUnits, @ForAll @IntRange(min = 1, max = 500) int n) {
    List<Money> parts = new Money(minorUnits, EUR).split(n);

    BigInteger sum =
        parts.stream()
            .map(part -> BigInteger.valueOf(part.minorUnits()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(parts).hasSize(n);
    assertThat(sum).isEqualTo(BigInteger.valueOf(minorUnits));
  }

  @Property
  void partsDifferByAtMostOneMinorUnit(
      @ForAll long minorUnits, @ForAll @IntRange(min = 1, max = 500) int n) {
    List<Money> parts = new Money(minorUnits, EUR).split(n);

    assertThat(parts.getFirst().minorUnits() - parts.getLast().minorUnits()).isBetween(0L, 1L);
    assertThat(Set.copyOf(parts)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void nothingIsSplitIntoNoParts() {
    assertThatThrownBy(() -> Money.zero(EUR).split(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void addingIsExactOrRefused(@ForAll long one, @ForAll long other) {
    assertExactOrRefused(
        BigInteger.valueOf(one).add(BigInteger.valueOf(other)),
        () -> new Money(one, EUR).plus(new Money(other, EUR)));
  }

  @Property
  void subtractingIsExactOrRefused(@ForAll long one, @ForAll long other) {
    assertExactOrRefused(
        BigInteger.valueOf(one).subtract(BigInteger.valueOf(other)),
        () -> new Money(one, EUR).minus(new Money(other, EUR)));
  }

  @Property
  void multiplyingIsExactOrRefused(@ForAll long one, @ForAll long factor) {
    assertExactOrRefused(
        BigInteger.valueOf(one).multiply(BigInteger.valueOf(factor)),
        () -> new Money(one, EUR).times(factor));
  }

  @Property
  void whatIsAddedCanBeTakenAway(@ForAll int one, @ForAll int other) {
    Money money = new Money(one, EUR);

    assertThat(money.plus(new Money(other, EUR)).minus(new Money(other, EUR))).isEqualTo(money);
  }

  @Property
  void anAmountIsReadAsItIsWritten(@ForAll @Scale(2) BigDecimal amount) {
    if (amount.unscaledValue().bitLength() < Long.SIZE) {
      assertThat(Money.of("price", amount, EUR).amount()).isEqualByComparingTo(amount);
    }
  }

  @Test
  void everyCurrencyHasItsOwnDecimals() {
    assertThat(money("12.5", EUR).minorUnits()).isEqualTo(1_250);
    assertThat(money("1250", JPY).minorUnits()).isEqualTo(1_250);
    assertThat(money("1.25", KWD).minorUnits()).isEqualTo(1_250);
    assertThat(money("12.5", EUR)).hasToString("12.50 EUR");
    assertThat(money("1250", JPY)).hasToString("1250 JPY");
    assertThat(money("1.25", KWD)).hasToString("1.250 KWD");
  }

  @Test
  void zerosBehindTheLastDecimalAreNoDecimals() {
    assertThat(money("12.5000", EUR).minorUnits()).isEqualTo(1_250);
    assertThat(money("7.000", JPY).minorUnits()).isEqualTo(7);
    assertThat(money("1E+3", EUR).amount()).isEqualByComparingTo("1000.00");
  }

  @Test
  void moreDecimalsThanTheCurrencyHasAreRefusedNamingTheField() {
    assertInvalid("/price", () -> money("12.505", EUR));
    assertInvalid("/price", () -> money("0.5", JPY));
    assertInvalid("/price", () -> money("0.0005", KWD));
    assertInvalid("/price", () -> money("99999999999999999999.999", EUR));
  }

  @Test
  void anAmountBeyondWhatCanBeCountedIsRefused() {
    assertThatThrownBy(() -> money("92233720368547758.08", EUR))
        .isInstanceOf(AmountOutOfRange.class);
    assertThat(money("92233720368547758.07", EUR).minorUnits()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anExponentIsNeverSpelledOut() {
    assertThatThrownBy(() -> money("1E+500000000", EUR)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> money("1E-500000000", EUR)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> money("1E-2147483647", EUR)).isInstanceOf(Refusal.class);
  }

  @Test
  void currenciesDoNotMix() {
    assertThatThrownBy(() -> money("1", EUR).plus(money("1", JPY)))
        .isInstanceOfSatisfying(
            MixedCurrencies.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("mixed-currencies");
              assertThat(refusal.details()).containsEntry("currencies", List.of("EUR", "JPY"));
            });
    assertThatThrownBy(() -> money("1", EUR).minus(money("1", KWD)))
        .isInstanceOf(MixedCurrencies.class);
  }

  @Test
  void zeroIsNeitherNegativeNorSomething() {
    assertThat(Money.zero(EUR).isZero()).isTrue();
    assertThat(Money.zero(EUR).isNegative()).isFalse();
    assertThat(new Money(-1, EUR).isNegative()).isTrue();
    assertThat(new Money(-1, EUR).isZero()).isFalse();
  }

  private static void assertExactOrRefused(BigInteger exact, Supplier<Money> calculation) {
    if (exact.bitLength() < Long.SIZE) {
      assertThat(calculation.get()).isEqualTo(new Money(exact.longValueExact(), EUR));
    } else {
      assertThatThrownBy(calculation::get).isInstanceOf(AmountOutOfRange.class);
    }
  }

  private static void assertInvalid(String pointer, Supplier<Money> reading) {
    assertThatThrownBy(reading::get)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(InvalidValue.Violation::pointer)
                    .containsExactly(pointer));
  }

  private static Money money(String amount, Currency currency) {
    return Money.of("price", new BigDecimal(amount), currency);
  }
}
