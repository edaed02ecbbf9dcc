package org.orders.domain.shared;

import java.util.regex.Pattern;

/**
 * Looks for numbers of payment cards where none belongs, because somebody took the wrong field: a
 * brand's first digits and length, a check digit that fits, and no further digit beside them.
 */
public final class CardNumbers {

  /** What is wrong with a text in which one stands; it never quotes it. */
  public static final String REFUSAL = "must not hold a card number";

  private static final int FEWEST = 13;

  /** Article numbers (EAN-13, GTIN-14) and the numbers of shops' orders are shorter. */
  private static final int FEWEST_IN_CODES = 15;

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{P}+]");

  private CardNumbers() {}

  /** Whether a card number stands in what people write in their own words. */
  public static boolean standIn(String text) {
    return holdsDigits(text, FEWEST) && new CardNumberSearch(text, FEWEST, true).finds();
  }

  /**
   * Whether a card number stands in a text that may be a code of digits by right: a reference, an
   * article's number. The shortest cards and digits in unusual groups are taken for such a code.
   */
  public static boolean standInCode(String text) {
    return holdsDigits(text, FEWEST_IN_CODES)
        && new CardNumberSearch(text, FEWEST_IN_CODES, false).finds();
  }

  /** Whether a code is a card number as a whole, but for what separates its digits. */
  public static boolean isOne(String code) {
    return holdsDigits(code, FEWEST_IN_CODES)
        && standInCode(SEPARATORS.matcher(code).replaceAll(""))
        && code.chars().noneMatch(Character::isLetter);
  }

  /** The text with stars in place of card numbers. */
  public static String starred(String text) {
    return standIn(text) ? new CardNumberSearch(text, FEWEST, true).starred() : text;
  }

  /**
   * @throws InvalidValue when a card number stands in what people write in their own words
   */
  public static void refuseIn(String field, String text) {
    if (standIn(text)) {
      throw new InvalidValue(field, REFUSAL);
    }
  }

  /**
   * @throws InvalidValue when a card number stands in a code
   */
  public static void refuseInCode(String field, String text) {
    if (standInCode(text)) {
      throw new InvalidValue(field, REFUSAL);
    }
  }

  /** Nearly all texts have too few digits and cost no more than this. */
  private static boolean holdsDigits(String text, int fewest) {
    int digits = 0;
    for (int at = 0; at < text.length(); at++) {
      if (DigitRun.isDigit(text.charAt(at)) && ++digits == fewest) {
        return true;
      }
    }
    return false;
  }
}
