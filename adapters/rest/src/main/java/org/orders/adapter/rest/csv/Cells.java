package org.orders.adapter.rest.csv;

import java.util.regex.Pattern;

/**
 * Texts as cells that no spreadsheet takes for formulas. A text that begins like one gets an
 * apostrophe before it, and so does one that begins with apostrophes and goes on like one: hence
 * what is written is read back as it was. The same is done behind each sign in the text that some
 * spreadsheet takes for the end of a cell.
 */
public final class Cells {

  /** Also in full width, which some spreadsheets take for the same. */
  private static final String SIGNS = "=+\\-@\\uff1d\\uff0b\\uff0d\\uff20";

  private static final String ENDS = ";\\t\\r\\n";

  private static final Pattern DANGEROUS =
      Pattern.compile("^(?='*[%1$s\\t\\r\\n])|(?<=[%2$s])(?='*[%1$s])".formatted(SIGNS, ENDS));

  private static final Pattern DEFUSED =
      Pattern.compile("^'(?='*[%1$s\\t\\r\\n])|(?<=[%2$s])'(?='*[%1$s])".formatted(SIGNS, ENDS));

  private Cells() {}

  /** The text as a cell. */
  public static String defused(String text) {
    return mayHold(DANGEROUS, text) ? DANGEROUS.matcher(text).replaceAll("'") : text;
  }

  /** The text that the cell stands for. */
  public static String text(String cell) {
    return mayHold(DEFUSED, cell) ? DEFUSED.matcher(cell).replaceAll("") : cell;
  }

  /** Spares nearly all texts from being searched sign by sign. */
  private static boolean mayHold(Pattern pattern, String text) {
    return pattern.matcher(text).lookingAt()
        || text.indexOf(';') >= 0
        || text.indexOf('\n') >= 0
        || text.indexOf('\t') >= 0
        || text.indexOf('\r') >= 0;
  }
}
