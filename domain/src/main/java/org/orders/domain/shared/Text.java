package org.orders.domain.shared;

/** Checks of free text that all values share. */
public final class Text {

  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  private Text() {}

  /** The text itself, trimmed of nothing: 1 to {@code max} characters, not only white space. */
  static String required(String field, String text, int max) {
    if (text.isBlank()) {
      throw new InvalidValue(field, "must not be blank");
    }
    return limited(field, text, max);
  }

  /** At most {@code max} characters, all of which may be stored: no card number. */
  static String limited(String field, String text, int max) {
    if (text.codePointCount(0, text.length()) > max) {
      throw new InvalidValue(field, "must be at most " + max + " characters");
    }
    if (!isStorable(text)) {
      throw new InvalidValue(field, "must not contain U+0000 or half of a surrogate pair");
    }
    CardNumbers.refuseIn(field, text);
    return text;
  }

  /**
   * Whether the text has at most {@code max} characters, none of which is one that the database
   * refuses (U+0000) or that cannot be written as UTF-8 (half of a surrogate pair).
   */
  public static boolean fits(String text, int max) {
    return text.codePointCount(0, text.length()) <= max && isStorable(text);
  }

  /** Whether nothing in the text ends a line, or steers a terminal or printer. */
  public static boolean isOneLine(String text) {
    return text.codePoints()
        .noneMatch(
            c -> Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR);
  }

  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }
}
