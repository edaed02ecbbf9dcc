package org.orders.domain.payment;

import java.util.regex.Pattern;
import org.orders.domain.shared.InvalidValue;

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
    return DIGITS.matcher(text).matches() && luhn(text);
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
    int two = Integer.parseInt(value, 0, 2, 10);
    int four = Integer.parseInt(value, 0, 4, 10);
    if (value.startsWith("4")) {
      return "visa";
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
      return "mastercard";
    }
    if (two == 34 || two == 37) {
      return "amex";
    }
    if (four >= 3528 && four <= 3589) {
      return "jcb";
    }
    if (two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059)) {
      return "diners";
    }
    if (four == 6011 || two == 65 || (four >= 6440 && four <= 6499)) {
      return "discover";
    }
    return two == 62 ? "unionpay" : "unknown";
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int doubled = place % 2 == 1 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** Hides the number, because it must not reach a log. */
  @Override
  public String toString() {
    return "CardNumber[***]";
  }
}
