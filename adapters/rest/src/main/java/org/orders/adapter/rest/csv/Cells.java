package org.orders.adapter.rest.csv;

import java.util.regex.Pattern;

/**
 * Texts as cells that no spreadsheet takes for formulas. A text that begins like one gets an
 * apostrophe before it, and so does one that begins with apostrophes and goes on like one: hence
 * what is written is read back as it was.
 */
public final class Cells {

  /** Also in full width, which some spreadsheets take for the same. */
  private static final String FORMULA = "[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]";

  private static final Pattern DANGEROUS = Pattern.compile("'*" + FORMULA);
  private static final Pattern DEFUSED = Pattern.compile("'+" + FORMULA);

  private Cells() {}

  /** The text as a cell. */
  public static String defused(String text) {
    return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** The text that the cell stands for. */
  public static String text(String cell) {
    return DEFUSED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
