package org.orders.domain.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits of a text that follow one another, with something else on both sides.
 *
 * @param start where the first is
 * @param end behind the last
 */
record DigitRun(int start, int end) {

  private static final int UUID = 36;

  /** A word of hexadecimal digits that is as long as this is an id or a hash. */
  private static final int SHORTEST_HEX_ID = 24;

  /**
   * All runs of a text but those within UUIDs and other long hexadecimal words: of millions of them
   * some hold the digits of a card by chance, and keys and references are made of them.
   */
  static List<DigitRun> allOf(String text) {
    List<DigitRun> runs = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int id = idAt(text, at);
      int end = id > 0 ? at : endOfDigits(text, at);
      if (end > at) {
        runs.add(new DigitRun(at, end));
      }
      at = Math.max(at + Math.max(id, 1), end);
    }
    return runs;
  }

  static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  int length() {
    return end - start;
  }

  private static int endOfDigits(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The length of an id that begins there, 0 where none does. */
  private static int idAt(String text, int at) {
    if (!isHex(text.charAt(at)) || (at > 0 && isHex(text.charAt(at - 1)))) {
      return 0;
    }
    return isUuid(text, at) ? UUID : hexWordAt(text, at);
  }

  private static boolean isUuid(String text, int at) {
    if (text.length() - at < UUID || text.charAt(at + 8) != '-') {
      return false;
    }
    for (int place = 0; place < UUID; place++) {
      char c = text.charAt(at + place);
      boolean dash = place == 8 || place == 13 || place == 18 || place == 23;
      if (dash ? c != '-' : !isHex(c)) {
        return false;
      }
    }
    return text.length() - at == UUID || !isHex(text.charAt(at + UUID));
  }

  private static int hexWordAt(String text, int at) {
    boolean letters = false;
    int end = at;
    while (end < text.length() && isHex(text.charAt(end))) {
      letters |= !isDigit(text.charAt(end));
      end++;
    }
    return letters && end - at >= SHORTEST_HEX_ID ? end - at : 0;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
