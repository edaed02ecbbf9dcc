package org.orders.adapter.persistence.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlArray;

/**
 * What may have been meant by words that no product on sale uses: words that some product on sale
 * does use and that differ by a letter or, in long words, two; neighbours that changed places count
 * as one.
 */
record Corrections(Map<String, List<String>> byWord) {

  /** Numbers are not misspelt, but different; and short words resemble too many others. */
  private static final Pattern CORRIGIBLE = Pattern.compile("[^0-9_]{4,40}");

  private static final int LONG = 6;

  /** Words beyond these are taken as they are, used or not: nobody looks for so many by hand. */
  private static final int MOST_WORDS = 10;

  /** Where more are not used, nothing is guessed at: each would cost a look-up. */
  private static final int MOST_LOOK_UPS = 5;

  private static final int MOST_CORRECTIONS = 6;

  private record Similar(String word, String other) {}

  static Corrections of(List<String> words, Sql sql) throws SQLException {
    List<String> unused = unused(words, sql);
    if (unused.isEmpty() || unused.size() > MOST_LOOK_UPS) {
      return new Corrections(Map.of());
    }
    Map<String, List<String>> corrections = new HashMap<>();
    for (Map.Entry<String, List<String>> entry : similar(unused, sql).entrySet()) {
      String word = entry.getKey();
      List<String> used = used(closest(word, entry.getValue()), MOST_CORRECTIONS, sql);
      if (!used.isEmpty()) {
        int least = distance(word, used.getFirst());
        corrections.put(
            word, used.stream().filter(other -> distance(word, other) == least).toList());
      }
    }
    return new Corrections(corrections);
  }

  private static List<String> unused(List<String> words, Sql sql) throws SQLException {
    List<String> corrigible =
        words.stream()
            .filter(word -> CORRIGIBLE.matcher(word).matches())
            .limit(MOST_WORDS)
            .toList();
    Set<String> used = inUse(corrigible, sql);
    return corrigible.stream().filter(word -> !used.contains(word)).toList();
  }

  /**
   * Those of the words that products on sale use. Planned for these words: a common one is found at
   * once by reading on, and the index would list all who use it; a rare one only the index finds.
   */
  private static Set<String> inUse(List<String> words, Sql sql) throws SQLException {
    if (words.isEmpty()) {
      return Set.of();
    }
    String each =
        "SELECT ?::text AS word WHERE EXISTS"
            + " (SELECT FROM product p WHERE p.status = 'ACTIVE' AND p.words @@ ?::tsquery)";
    return Set.copyOf(
        sql.queryPlanned(
            String.join(" UNION ALL ", Collections.nCopies(words.size(), each)),
            row -> row.text("word"),
            words.stream()
                .flatMap(word -> Stream.of(word, SearchWords.whole(List.of(word))))
                .toArray()));
  }

  /** Words that resemble these, which may have gone out of use. */
  private static Map<String, List<String>> similar(List<String> words, Sql sql)
      throws SQLException {
    return sql
        .query(
            """
            SELECT t.word, w.other
              FROM unnest(?) AS t (word), LATERAL similar_words(t.word) AS w (other)
            """,
            row -> new Similar(row.text("word"), row.text("other")),
            SqlArray.ofTexts(words, word -> word))
        .stream()
        .collect(groupingBy(Similar::word, mapping(Similar::other, toList())));
  }

  /** The first of the words, which are rare, that products on sale use. */
  private static List<String> used(List<String> words, int most, Sql sql) throws SQLException {
    return words.isEmpty()
        ? List.of()
        : sql.query(
            "SELECT w AS word FROM used_words(?, ?) AS w",
            row -> row.text("word"),
            SqlArray.ofTexts(words, word -> word),
            most);
  }

  boolean isEmpty() {
    return byWord.isEmpty();
  }

  List<String> of(String word) {
    return byWord.getOrDefault(word, List.of());
  }

  /** Those of the words that do not differ too much, the closest first. */
  static List<String> closest(String word, List<String> others) {
    int most = word.codePointCount(0, word.length()) < LONG ? 1 : 2;
    Map<Integer, List<String>> byDistance = new TreeMap<>();
    for (String other : others) {
      int distance = distance(word, other);
      if (distance <= most && distance > 0) {
        byDistance.computeIfAbsent(distance, none -> new ArrayList<>()).add(other);
      }
    }
    return byDistance.values().stream().flatMap(List::stream).toList();
  }

  private static int distance(String one, String other) {
    return distance(one.codePoints().toArray(), other.codePoints().toArray());
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
