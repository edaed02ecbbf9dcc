package org.orders.adapter.stripe;

import java.util.Currency;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.orders.domain.shared.Money;

/**
 * An amount as Stripe counts it: in the currency's minor units, but for some currencies that it
 * counts its own way.
 *
 * @see <a href="https://docs.stripe.com/currencies">Stripe: currencies</a>
 */
final class StripeAmount {

  /** Without decimals in ISO 4217, in hundredths at Stripe, where the hundredths must be zero. */
  private static final Set<String> HUNDREDTHS_OF_WHOLE = Set.of("ISK", "UGX");

  /** With decimals in ISO 4217, without at Stripe. */
  private static final Set<String> WHOLE = Set.of("MGA");

  private StripeAmount() {}

  /** Nothing where Stripe cannot take exactly this amount: it is never rounded. */
  static OptionalLong of(Money money) {
    long minor = money.minorUnits();
    String currency = money.currency().getCurrencyCode();
    if (HUNDREDTHS_OF_WHOLE.contains(currency)) {
      return OptionalLong.of(Math.multiplyExact(minor, 100));
    }
    if (WHOLE.contains(currency)) {
      return divided(minor, 100, 1);
    }
    return switch (money.currency().getDefaultFractionDigits()) {
      // Thousandths go over the wire, but the last digit must be zero.
      case 3 -> divided(minor, 10, 10);
      case 0, 2 -> OptionalLong.of(minor);
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong divided(long minor, long by, long times) {
    return minor % by == 0 ? OptionalLong.of(minor / by * times) : OptionalLong.empty();
  }

  static String currency(Currency currency) {
    return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
  }
}
