package org.orders.domain.order;

import org.orders.domain.shared.InvalidValue;

/** What a carrier calls a parcel: 1 to 200 characters. */
public record TrackingNumber(String value) {

  private static final int MAX = 200;

  public TrackingNumber {
    if (value.isBlank()
        || value.codePointCount(0, value.length()) > MAX
        || value.indexOf('\0') >= 0) {
      throw new InvalidValue("trackingNumber", "must be 1 to 200 characters and not blank");
    }
  }
}
