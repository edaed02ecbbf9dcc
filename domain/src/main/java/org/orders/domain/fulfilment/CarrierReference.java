package org.orders.domain.fulfilment;

import org.orders.domain.shared.Text;

/** The name under which a carrier knows a request for a label; it is no secret. */
public record CarrierReference(String value) {

  private static final int MAX = 255;

  public CarrierReference {
    if (value.isBlank() || !Text.fits(value, MAX)) {
      throw new IllegalArgumentException("A reference has 1 to " + MAX + " characters");
    }
  }
}
