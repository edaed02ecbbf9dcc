package org.orders.adapter.rest.json;

import java.util.Currency;
import org.orders.domain.shared.InvalidValue;

/** Reads currencies by their ISO 4217 code. */
public final class Currencies {

  private Currencies() {}

  /**
   * The currency.
   *
   * @throws InvalidValue when there is none with this code, or none that amounts are counted in,
   *     such as gold
   */
  public static Currency of(String field, String code) {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException unknown) {
      // Falls through: an unknown code and one that is no money are the same to the caller.
    }
    throw new InvalidValue(field, "must be the ISO 4217 code of a currency");
  }
}
