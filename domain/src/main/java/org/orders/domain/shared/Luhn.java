package org.orders.domain.shared;

/** The check digit of card numbers (ISO/IEC 7812), which tells nine of ten other numbers apart. */
public final class Luhn {

  private Luhn() {}

  /** Whether the last of the digits fits the others. */
  public static boolean fits(CharSequence digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int doubled = place % 2 == 1 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
