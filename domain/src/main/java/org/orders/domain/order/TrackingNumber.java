package org.orders.domain.order;

import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Text;

/** What a carrier calls a parcel: 1 to 200 characters in one line. */
public record TrackingNumber(String value) {

  private static final int MAX = 200;

  public TrackingNumber {
    if (value.isBlank() || !Text.fits(value, MAX)) {
      throw new InvalidValue("trackingNumber", "must be 1 to 200 characters and not blank");
    }
    if (!Text.isOneLine(value)) {
      throw new InvalidValue("trackingNumber", "must not contain control characters");
    }
  }

  /**
   * A parcel's number as a person tells it. What carriers say of their own parcels is not searched
   * for cards: among numbers of sixteen digits some look like one.
   */
  public static TrackingNumber told(String value) {
    if (CardNumbers.isOne(value)) {
      throw new InvalidValue("trackingNumber", CardNumbers.REFUSAL);
    }
    return new TrackingNumber(value);
  }
}
