package org.orders.domain.shared;

/** A person's or company's name, in any script, of at most 200 characters. */
public record PersonName(String value) {

  private static final int MAX = 200;

  public PersonName {
    Text.required("name", value, MAX);
  }

  /** Hides the person, because it may reach a log. */
  @Override
  public String toString() {
    return "PersonName[***]";
  }
}
