package org.orders.application.access;

import org.orders.domain.shared.InvalidValue;

/** A password as its owner types it: 8 to 200 characters. */
public record Password(String value) {

  private static final int MIN = 8;
  private static final int MAX = 200;

  public Password {
    int length = value.codePointCount(0, value.length());
    if (length < MIN || length > MAX) {
      throw new InvalidValue("password", "must be 8 to 200 characters");
    }
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "Password[***]";
  }
}
