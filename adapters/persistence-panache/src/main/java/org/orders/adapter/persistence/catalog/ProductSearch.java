package org.orders.adapter.persistence.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.SearchText;
import org.orders.adapter.persistence.shared.Sql;

/**
 * What somebody typed to find products, as conditions for one step of the ranking after the other.
 * Each step leaves out what the steps before it find, so that together they are one list; and each
 * is read in the order of an index, so that common words cost no more than rare ones.
 */
final class ProductSearch {

  /** How well a product fits what was typed, the best first; the order is kept in cursors. */
  enum Step {
    /** It has just this sku. */
    SKU,
    /** It has just this name. */
    NAME,
    /** Sku and name hold all the words. */
    WORDS,
    /** Sku and name hold words that begin with all of these. */
    BEGINNINGS,
    /** Sku, name and description hold words that begin with all of these. */
    DESCRIPTION,
    /** Sku or name hold what was typed, also inside of words. */
    PART,
    /** It holds words that may have been meant where nobody uses the ones that were typed. */
    MEANT
  }

  /** Shorter texts stand in nearly everything; besides, no index finds them. */
  private static final int SHORTEST_PART = 3;

  /** Signs that nobody types by the way: what holds one is looked for as it stands. */
  private static final Pattern SIGN =
      Pattern.compile("[\\p{ASCII}&&[^\\p{Alnum}\\s.,:;!?'\"()/&-]]");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final String WHOLE_TEXT =
      "search_key(p.sku || ' ' || p.name || ' ' || p.description)";

  private final String typed;
  private final String key;
  private final List<String> literals;
  private final @Nullable String words;
  private final @Nullable String beginnings;
  private final @Nullable String signs;
  private final @Nullable String literalSigns;
  private final Meaning meaning;

  private ProductSearch(String typed, Terms terms, List<String> signs, Meaning meaning) {
    this.typed = typed;
    this.key = terms.key().strip();
    this.literals =
        SPACES
            .splitAsStream(key)
            .filter(chunk -> SIGN.matcher(chunk).find())
            .map(chunk -> new SearchText(chunk).contained())
            .toList();
    this.words = terms.words().isEmpty() ? null : SearchWords.whole(terms.words());
    this.beginnings = terms.words().isEmpty() ? null : SearchWords.beginnings(terms.words());
    this.signs = signs.isEmpty() ? null : SearchWords.whole(signs);
    List<String> literal =
        signs.stream().filter(sign -> SIGN.matcher(sign.substring(1)).find()).toList();
    this.literalSigns = literal.isEmpty() ? null : SearchWords.whole(literal);
    this.meaning = meaning;
  }

  private record Terms(String key, List<String> words) {}

  /** What may have been meant, found out when a step first asks; most searches are full before. */
  private static final class Meaning {

    private final List<String> words;
    private final Sql sql;
    private boolean known;
    private @Nullable String query;

    Meaning(List<String> words, Sql sql) {
      this.words = words;
      this.sql = sql;
    }

    @Nullable String query() throws SQLException {
      if (!known) {
        Corrections corrections = Corrections.of(words, sql);
        query = corrections.isEmpty() ? null : SearchWords.meant(words, corrections);
        known = true;
      }
      return query;
    }
  }

  /** Understands what was typed, by the words that there are. */
  static ProductSearch of(String typed, Sql sql) throws SQLException {
    Terms terms =
        sql.queryRow(
            """
            SELECT k.key, search_lexemes(k.key) AS words
              FROM (SELECT search_key(?) AS key) AS k
            """,
            row -> new Terms(row.text("key"), row.list("words", String.class)),
            typed);
    List<String> words = terms.words().stream().filter(word -> !SearchWords.isMark(word)).toList();
    List<String> signs = terms.words().stream().filter(SearchWords::isSign).toList();
    return new ProductSearch(
        typed.strip(), new Terms(terms.key(), words), signs, new Meaning(words, sql));
  }

  /** Adds what a product must meet to be found in this step; false where none can be. */
  boolean addTo(Conditions conditions, Step step) throws SQLException {
    @Nullable Condition wanted = condition(step);
    if (wanted == null) {
      return false;
    }
    conditions.and(wanted.text, wanted.arguments.toArray());
    for (Step before : Step.values()) {
      if (before == step) {
        return true;
      }
      @Nullable Condition found = covers(step, before) ? null : condition(before);
      if (found != null) {
        conditions.and("NOT (" + found.text + ")", found.arguments.toArray());
      }
    }
    throw new IllegalStateException("no such step: " + step);
  }

  /** Adds what a product must meet to be found in any step. */
  void addAnyTo(Conditions conditions) throws SQLException {
    List<Condition> all = new ArrayList<>();
    for (Step step : List.of(Step.SKU, Step.NAME, Step.DESCRIPTION, Step.PART, Step.MEANT)) {
      @Nullable Condition condition = condition(step);
      if (condition != null) {
        all.add(condition);
      }
    }
    conditions.and(
        all.stream().map(it -> "(" + it.text + ")").collect(Collectors.joining(" OR ")),
        all.stream().flatMap(it -> it.arguments.stream()).toArray());
  }

  /** Whether a later step between finds everything that the earlier one does, and excludes it. */
  private static boolean covers(Step step, Step before) {
    return switch (before) {
      case WORDS -> step.compareTo(Step.BEGINNINGS) > 0;
      case BEGINNINGS -> step.compareTo(Step.DESCRIPTION) > 0;
      case SKU, NAME, DESCRIPTION, PART, MEANT -> false;
    };
  }

  private record Condition(String text, List<Object> arguments) {}

  private @Nullable Condition condition(Step step) throws SQLException {
    return switch (step) {
      case SKU -> new Condition("p.sku = ?", List.of(typed));
      case NAME -> key.isEmpty() ? null : new Condition("p.name_key = left(?, 200)", List.of(key));
      case WORDS -> match("p.title_words", words);
      case BEGINNINGS -> match("p.title_words", beginnings);
      case DESCRIPTION -> match("p.words", beginnings);
      case PART -> part();
      case MEANT -> match("p.words", meaning.query());
    };
  }

  private @Nullable Condition part() {
    String part = new SearchText(key).contained();
    if (key.codePointCount(0, key.length()) >= SHORTEST_PART) {
      return new Condition("p.title_key LIKE ?", List.of(part));
    }
    if (beginnings != null) {
      return null;
    }
    return signs == null
        ? new Condition("p.title_key LIKE ?", List.of(part))
        : new Condition("p.title_words @@ ?::tsquery AND p.title_key LIKE ?", List.of(signs, part));
  }

  private @Nullable Condition match(String column, @Nullable String query) {
    if (query == null) {
      return null;
    }
    StringBuilder text = new StringBuilder(column).append(" @@ ?::tsquery");
    // Few products have such signs; so few texts are looked through.
    List<Object> arguments =
        new ArrayList<>(List.of(literalSigns == null ? query : query + " & " + literalSigns));
    for (String literal : literals) {
      text.append(" AND ").append(WHOLE_TEXT).append(" LIKE ?");
      arguments.add(literal);
    }
    return new Condition(text.toString(), arguments);
  }
}
