package org.orders.domain.shared;

import java.util.List;

/** A search of one text for card numbers, by its runs of digits. */
final class CardNumberSearch {

  private static final String STARS = "***";
  private static final int NOWHERE = -1;
  private static final int MOST = 19;

  /** E.164 has no longer numbers. */
  private static final int LONGEST_PHONE = 15;

  /** So many in a row of equal separators are a card's, in whatever groups. */
  private static final int FEWEST_IN_ODD_GROUPS = 14;

  /** How people write the digits of cards, the commonest first. */
  private static final List<List<Integer>> GROUPINGS =
      List.of(
          List.of(4, 4, 4, 4, 3),
          List.of(4, 4, 4, 4),
          List.of(4, 6, 5),
          List.of(4, 6, 4),
          List.of(4, 3, 3, 3),
          List.of(6, 13),
          List.of(8, 8));

  private final String text;
  private final int fewest;
  private final boolean oddly;
  private final List<DigitRun> runs;

  /**
   * @param oddly whether also unusual groups of digits are looked at
   */
  CardNumberSearch(String text, int fewest, boolean oddly) {
    this.text = text;
    this.fewest = fewest;
    this.oddly = oddly;
    this.runs = DigitRun.allOf(text);
  }

  /** Whether the text holds any. */
  boolean finds() {
    return firstFrom(0) != NOWHERE;
  }

  /** The first run from there on with which a card number begins. */
  private int firstFrom(int run) {
    for (int first = run; first < runs.size(); first++) {
      if (runsOfCardAt(first) > 0) {
        return first;
      }
    }
    return NOWHERE;
  }

  /** The text with stars in their place. */
  String starred() {
    StringBuilder starred = new StringBuilder();
    int copied = 0;
    int first = firstFrom(0);
    while (first != NOWHERE) {
      int count = runsOfCardAt(first);
      starred.append(text, copied, runs.get(first).start()).append(STARS);
      copied = runs.get(first + count - 1).end();
      first = firstFrom(first + count);
    }
    return starred.append(text, copied, text.length()).toString();
  }

  /** How many runs make a card number that begins with the given one, 0 where none does. */
  private int runsOfCardAt(int first) {
    if (isCard(first, 1)) {
      return 1;
    }
    for (List<Integer> grouping : GROUPINGS) {
      if (isGrouped(first, grouping) && isCard(first, grouping.size())) {
        return grouping.size();
      }
    }
    int row = oddly && (first == 0 || !isJoinedAlike(first - 1)) ? row(first) : 0;
    return row > 1 && isCard(first, row) && digits(first, row).length() >= FEWEST_IN_ODD_GROUPS
        ? row
        : 0;
  }

  private boolean isCard(int first, int count) {
    int length = length(first, count);
    if (length < fewest || length > MOST || isPhone(first, length)) {
      return false;
    }
    CharSequence digits = digits(first, count);
    return CardBrand.of(digits).filter(brand -> brand.hasNumbersOf(length)).isPresent()
        && Luhn.fits(digits);
  }

  private boolean isPhone(int first, int length) {
    int start = runs.get(first).start();
    return length <= LONGEST_PHONE
        && start > 0
        && text.charAt(start - 1) == '+'
        && (start == 1 || !DigitRun.isDigit(text.charAt(start - 2)));
  }

  private boolean isGrouped(int first, List<Integer> lengths) {
    if (first + lengths.size() > runs.size() || row(first) < lengths.size()) {
      return false;
    }
    for (int place = 0; place < lengths.size(); place++) {
      if (runs.get(first + place).length() != lengths.get(place)) {
        return false;
      }
    }
    return true;
  }

  /** How many runs follow one another with the same separator between them, as far as a card is. */
  private int row(int first) {
    int count = 1;
    while (count <= MOST
        && first + count < runs.size()
        && isJoined(first + count - 1)
        && (count == 1 || isJoinedAlike(first + count - 2))) {
      count++;
    }
    return count;
  }

  /** Whether one separator stands between a run and the next. */
  private boolean isJoined(int run) {
    int end = runs.get(run).end();
    return run + 1 < runs.size()
        && runs.get(run + 1).start() - end == 1
        && isSeparator(text.charAt(end));
  }

  /** Whether a run, the next and the one after that have the same separator between them. */
  private boolean isJoinedAlike(int run) {
    return isJoined(run)
        && run + 2 < runs.size()
        && isJoined(run + 1)
        && text.charAt(runs.get(run).end()) == text.charAt(runs.get(run + 1).end());
  }

  private static boolean isSeparator(char c) {
    return c == '.'
        || c == '_'
        || c == '+'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION;
  }

  private int length(int first, int count) {
    int length = 0;
    for (int run = first; run < first + count; run++) {
      length += runs.get(run).length();
    }
    return length;
  }

  /** The digits of some runs as ASCII, in whatever script they are written. */
  private CharSequence digits(int first, int count) {
    StringBuilder digits = new StringBuilder();
    for (DigitRun run : runs.subList(first, first + count)) {
      for (int at = run.start(); at < run.end(); at++) {
        digits.append((char) ('0' + Character.digit(text.charAt(at), 10)));
      }
    }
    return digits;
  }
}
