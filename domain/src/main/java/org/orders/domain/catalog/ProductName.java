package org.orders.domain.catalog;

import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Text;

/** What a product is called: 1 to 200 characters. */
public record ProductName(String value) {

  private static final int MAX = 200;

  public ProductName {
    if (value.isBlank() || !Text.fits(value, MAX)) {
      throw new InvalidValue("name", "must be 1 to 200 characters and not blank");
    }
    CardNumbers.refuseInCode("name", value);
  }
}
