package org.orders.replay.plan;

/** The maxima of the service's contract that a file may exceed. */
public final class Limits {

  /** Pieces in one line of an order, or in one change of stock. */
  public static final long PIECES = 1_000_000;

  static final int LINES_OF_AN_ORDER = 2_000;
  static final int SKU = 64;
  static final int NAME = 200;
  static final int REASON = 1_000;

  private Limits() {}

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
