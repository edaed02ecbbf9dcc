package org.orders.adapter.persistence.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that somebody typed as queries of PostgreSQL's full text search, all of which must match.
 */
final class SearchWords {

  /** What marks signs and pairs of neighbouring characters among the words of a text. */
  private static final String MARK = "_";

  /** Runs of scripts that write without spaces between words; the same as in search_lexemes. */
  private static final Pattern RUN =
      Pattern.compile(
          "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff]+");

  private SearchWords() {}

  /** Whether it is no word, but a sign or a pair of characters. */
  static boolean isMark(String word) {
    return word.startsWith(MARK);
  }

  /** Whether it is a sign. */
  static boolean isSign(String word) {
    return isMark(word) && word.length() == 2 && word.charAt(1) < 128;
  }

  /** Texts that hold the words as they are. */
  static String whole(List<String> words) {
    return words.stream().map(SearchWords::quoted).collect(Collectors.joining(" & "));
  }

  /** Texts that hold words which begin with these, or, of scripts without spaces, parts. */
  static String beginnings(List<String> words) {
    return words.stream().map(SearchWords::beginning).collect(Collectors.joining(" & "));
  }

  /** Texts that hold, for each word, one that begins with it or that may have been meant by it. */
  static String meant(List<String> words, Corrections corrections) {
    return words.stream()
        .map(
            word -> {
              List<String> alternatives = new ArrayList<>(List.of(beginning(word)));
              corrections.of(word).forEach(other -> alternatives.add(quoted(other)));
              return "(" + String.join(" | ", alternatives) + ")";
            })
        .collect(Collectors.joining(" & "));
  }

  private static String beginning(String word) {
    String beginning = quoted(word) + ":*";
    List<String> pairs = new ArrayList<>();
    Matcher runs = RUN.matcher(word);
    while (runs.find()) {
      String run = runs.group();
      if (run.length() == 1) {
        pairs.add(quoted(MARK + run) + ":*");
      }
      for (int at = 0; at + 2 <= run.length(); at++) {
        pairs.add(quoted(MARK + run.substring(at, at + 2)));
      }
    }
    return pairs.isEmpty()
        ? beginning
        : "(" + beginning + " | (" + String.join(" & ", pairs) + "))";
  }

  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
