package org.orders.domain.order;

import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Text;

/** The caller's own name for an order, such as an invoice number: 1 to 200 characters. */
public record Reference(String value) {

  private static final int MAX = 200;

  public Reference {
    if (value.isBlank() || !Text.fits(value, MAX)) {
      throw new InvalidValue("reference", "must be 1 to 200 characters and not blank");
    }
    CardNumbers.refuseInCode("reference", value);
  }
}
