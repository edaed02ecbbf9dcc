package org.orders.domain.catalog;

import org.orders.domain.shared.InvalidValue;

/** What a product is called: 1 to 200 characters. */
public record ProductName(String value) {

  private static final int MAX = 200;

  public ProductName {
    if (value.isBlank()
        || value.codePointCount(0, value.length()) > MAX
        || value.indexOf('\0') >= 0) {
      throw new InvalidValue("name", "must be 1 to 200 characters and not blank");
    }
  }
}
