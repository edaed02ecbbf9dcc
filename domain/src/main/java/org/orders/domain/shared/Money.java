package org.orders.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * An exact amount in one currency, counted in the currency's minor units (cents for EUR, yen for
 * JPY, fils for KWD). Amounts of different currencies never mix.
 */
public record Money(long minorUnits, Currency currency) {

  private static final int MAX_SCALE = 100;

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * The amount as a person writes it, in major units.
   *
   * @param field the request's member that holds it, for the refusal
   * @throws InvalidValue when it has more decimals than the currency, so nothing is ever rounded
   */
  public static Money of(String field, BigDecimal amount, Currency currency) {
    int decimals = currency.getDefaultFractionDigits();
    // 1e999999999 is short to write and would take gigabytes to spell out.
    if (Math.abs((long) amount.scale()) > MAX_SCALE) {
      throw new InvalidValue(field, "must be a number without a large exponent");
    }
    try {
      return new Money(
          amount.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
          currency);
    } catch (ArithmeticException notRepresentable) {
      throw amount.stripTrailingZeros().scale() > decimals
          ? new InvalidValue(field, "must have at most " + decimals + " decimals in " + currency)
          : new AmountOutOfRange();
    }
  }

  /** The amount in major units, with all the decimals of its currency. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return exactly(() -> Math.addExact(minorUnits, other.minorUnits));
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return exactly(() -> Math.subtractExact(minorUnits, other.minorUnits));
  }

  public Money times(long factor) {
    return exactly(() -> Math.multiplyExact(minorUnits, factor));
  }

  public boolean isZero() {
    return minorUnits == 0;
  }

  public boolean isNegative() {
    return minorUnits < 0;
  }

  /** Equal parts that differ by at most one minor unit and add up to exactly this amount. */
  public List<Money> split(int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts must be at least 1");
    }
    long each = Math.floorDiv(minorUnits, (long) parts);
    long larger = Math.floorMod(minorUnits, (long) parts);
    List<Money> result = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      result.add(new Money(part < larger ? each + 1 : each, currency));
    }
    return List.copyOf(result);
  }

  private Money exactly(LongSupplier calculation) {
    try {
      return new Money(calculation.getAsLong(), currency);
    } catch (ArithmeticException overflow) {
      throw new AmountOutOfRange();
    }
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new MixedCurrencies(currency, other.currency);
    }
  }

  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency.getCurrencyCode();
  }
}
