package org.orders.domain.shared;

/** Why somebody did something, or a note about it, in their own words: at most 1,000 characters. */
public record Reason(String value) {

  private static final int MAX = 1_000;

  public Reason {
    Text.limited("reason", value, MAX);
  }

  /** The same, where a request calls it a note. */
  public static Reason note(String value) {
    return new Reason(Text.limited("note", value, MAX));
  }
}
