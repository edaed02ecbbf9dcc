package org.orders.adapter.localcarrier.label;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What stands between a text and a line of signs from left to right, in any script. */
final class Script {

  private static final Map<Integer, Integer> MIRRORED =
      Map.of(
          (int) '(', (int) ')', (int) ')', (int) '(', (int) '[', (int) ']', (int) ']', (int) '[',
          (int) '<', (int) '>', (int) '>', (int) '<', (int) '«', (int) '»', (int) '»', (int) '«');

  private final ArabicShaper arabic = new ArabicShaper();

  /**
   * The text in the order it is read, of signs alone: composed, joined, and without what is not
   * seen.
   */
  String signs(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                kept.append(' ');
              } else if (type != Character.FORMAT
                  && type != Character.CONTROL
                  && type != Character.SURROGATE
                  && !isVariation(c)) {
                kept.appendCodePoint(c);
              }
            });
    return arabic.shape(kept.toString().strip().replaceAll(" {2,}", " "));
  }

  private static boolean isVariation(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
  }

  /** The text in pieces that are never parted: a sign with the marks over and under it. */
  static List<String> clusters(String signs) {
    List<String> clusters = new ArrayList<>();
    signs
        .codePoints()
        .forEach(
            c -> {
              String sign = Character.toString(c);
              if (isMark(c) && !clusters.isEmpty()) {
                clusters.add(clusters.removeLast() + sign);
              } else {
                clusters.add(sign);
              }
            });
    return clusters;
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether a line may be broken between these two clusters. */
  static boolean breaksBetween(String before, String after) {
    int left = before.codePointAt(0);
    int right = after.codePointAt(0);
    return left == ' '
        || left == '-'
        || left == ',' && right != ' '
        || isWide(left)
        || isWide(right);
  }

  /** Scripts that are written without spaces. */
  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || switch (Character.UnicodeScript.of(c)) {
          case HIRAGANA, KATAKANA, HANGUL -> true;
          default -> false;
        };
  }

  static boolean isRightToLeft(String signs) {
    return !signs.isEmpty()
        && !new Bidi(signs, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /** A line in the order in which it is drawn, from left to right. */
  static String visual(String line) {
    if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return line;
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    Object[] pieces = new Object[runs];
    for (int run = 0; run < runs; run++) {
      levels[run] = (byte) bidi.getRunLevel(run);
      String piece = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      pieces[run] = levels[run] % 2 == 0 ? piece : reversed(piece);
    }
    Bidi.reorderVisually(levels, 0, pieces, 0, runs);
    StringBuilder visual = new StringBuilder(line.length());
    for (Object piece : pieces) {
      visual.append(piece);
    }
    return visual.toString();
  }

  private static String reversed(String piece) {
    List<String> clusters = clusters(piece);
    Collections.reverse(clusters);
    StringBuilder reversed = new StringBuilder(piece.length());
    for (String cluster : clusters) {
      cluster.codePoints().forEach(c -> reversed.appendCodePoint(MIRRORED.getOrDefault(c, c)));
    }
    return reversed.toString();
  }
}
