package org.orders.domain.order;

import org.orders.domain.shared.InvalidValue;

/** The caller's own name for an order, such as an invoice number: 1 to 200 characters. */
public record Reference(String value) {

  private static final int MAX = 200;

  public Reference {
    if (value.isBlank()
        || value.codePointCount(0, value.length()) > MAX
        || value.indexOf('\0') >= 0) {
      throw new InvalidValue("reference", "must be 1 to 200 characters and not blank");
    }
  }
}
