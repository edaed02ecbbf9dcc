package org.orders.domain.shared;

import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Amounts of two currencies where there can be only one. */
public final class MixedCurrencies extends Refusal {

  private static final long serialVersionUID = 1L;

  public MixedCurrencies(Currency one, Currency other) {
    super(
        Kind.UNPROCESSABLE,
        "mixed-currencies",
        "All amounts of an order must be in one currency.",
        Map.of("currencies", List.of(one.getCurrencyCode(), other.getCurrencyCode())));
  }
}
