package org.orders.adapter.persistence.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.orders.adapter.persistence.shared.Sql;

/**
 * What may have been meant by words that no product uses: words that some product does use and that
 * differ by a letter or, in long words, two; neighbours that changed places count as one.
 */
record Corrections(Map<String, List<String>> byWord) {

  /** Numbers are not misspelt, but different; and short words resemble too many others. */
  private static final Pattern CORRIGIBLE = Pattern.compile("[^0-9_]{4,40}");

  private static final int LONG = 6;

  /** Words beyond these are taken as they are. */
  private static final int MOST_WORDS = 5;

  private static final int MOST_CORRECTIONS = 6;

  static Corrections of(List<String> unused, Sql sql) throws SQLException {
    Map<String, List<String>> corrections = new HashMap<>();
    for (String word : unused) {
      if (CORRIGIBLE.matcher(word).matches() && corrections.size() < MOST_WORDS) {
        List<String> similar =
            sql.query("SELECT w AS word FROM similar_words(?) AS w", row -> row.text("word"), word);
        List<String> closest = closest(word, similar);
        if (!closest.isEmpty()) {
          corrections.put(word, closest);
        }
      }
    }
    return new Corrections(corrections);
  }

  boolean isEmpty() {
    return byWord.isEmpty();
  }

  List<String> of(String word) {
    return byWord.getOrDefault(word, List.of());
  }

  /** Those of the words that differ least, as far as they do not differ too much. */
  static List<String> closest(String word, List<String> others) {
    int least = word.codePointCount(0, word.length()) < LONG ? 1 : 2;
    List<String> closest = new ArrayList<>();
    for (String other : others) {
      int distance = distance(word.codePoints().toArray(), other.codePoints().toArray());
      if (distance < least) {
        least = distance;
        closest.clear();
      }
      if (distance == least && closest.size() < MOST_CORRECTIONS) {
        closest.add(other);
      }
    }
    return closest;
  }

  /**
   * How many letters must be put in, left out, replaced or exchanged with their neighbour to make
   * one word of the other (the optimal string alignment distance).
   */
  static int distance(int[] one, int[] other) {
    int[] beforeLast = new int[other.length + 1];
    int[] last = new int[other.length + 1];
    int[] row = new int[other.length + 1];
    for (int column = 0; column <= other.length; column++) {
      last[column] = column;
    }
    for (int line = 1; line <= one.length; line++) {
      row[0] = line;
      for (int column = 1; column <= other.length; column++) {
        int replaced = last[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1);
        row[column] = Math.min(replaced, Math.min(last[column], row[column - 1]) + 1);
        if (line > 1
            && column > 1
            && one[line - 1] == other[column - 2]
            && one[line - 2] == other[column - 1]) {
          row[column] = Math.min(row[column], beforeLast[column - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[other.length];
  }
}
