package org.orders.domain.shared;

/** Checks of free text that all values share. */
final class Text {

  private Text() {}

  /** The text itself, trimmed of nothing: 1 to {@code max} characters, not only white space. */
  static String required(String field, String text, int max) {
    if (text.isBlank()) {
      throw new InvalidValue(field, "must not be blank");
    }
    return limited(field, text, max);
  }

  /** At most {@code max} characters and none of the control characters a database refuses. */
  static String limited(String field, String text, int max) {
    if (text.codePointCount(0, text.length()) > max) {
      throw new InvalidValue(field, "must be at most " + max + " characters");
    }
    if (text.indexOf('\0') >= 0) {
      throw new InvalidValue(field, "must not contain the character U+0000");
    }
    return text;
  }
}
