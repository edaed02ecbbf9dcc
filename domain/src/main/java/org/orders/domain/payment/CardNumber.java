package org.orders.domain.payment;

import java.util.regex.Pattern;
import org.orders.domain.shared.CardBrand;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Luhn;

/** The number of a payment card: 12 to 19 digits, the last of which fits the others (Luhn). */
public record CardNumber(String value) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{12,19}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{P}+]");

  public CardNumber {
    if (!isOne(value)) {
      throw new InvalidValue("number", "must be a card number: 12 to 19 digits with a check digit");
    }
  }

  /** Whether the text is a card number by its form. */
  static boolean isOne(String text) {
    return DIGITS.matcher(text).matches() && Luhn.fits(text);
  }

  /**
   * Whether the text is a card number as people may write it, with spaces, dashes or the like
   * between its digits.
   */
  public static boolean isWrittenIn(String text) {
    return isOne(SEPARATORS.matcher(text).replaceAll(""));
  }

  /** The last four digits, by which its owner knows it. */
  public String last4() {
    return value.substring(value.length() - 4);
  }

  /** The scheme that issued it, by its first digits, in the gateways' spelling. */
  public String brand() {
    return CardBrand.of(value).map(CardBrand::spelling).orElse("unknown");
  }

  /** Hides the number, because it must not reach a log. */
  @Override
  public String toString() {
    return "CardNumber[***]";
  }
}
