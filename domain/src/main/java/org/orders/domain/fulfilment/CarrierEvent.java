package org.orders.domain.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.order.TrackingNumber;

/**
 * A carrier's word of what happened to a parcel. It may come twice, late, or before what happened
 * earlier.
 *
 * @param id the same whenever the same thing is told again; unique within the carrier, at most 255
 *     characters
 * @param reference the carrier's name for the request of the label, where it says it
 * @param at when it happened, by the carrier's clock
 * @param location as the carrier writes it, at most 200 characters
 * @param detail for people, at most 500 characters; may be empty
 * @param estimatedDelivery when the carrier now means to be there, where it says so
 */
public record CarrierEvent(
    String id,
    TrackingNumber tracking,
    @Nullable CarrierReference reference,
    ParcelStatus status,
    Instant at,
    @Nullable String location,
    String detail,
    @Nullable Instant estimatedDelivery) {

  private static final int ID = 255;
  private static final int LOCATION = 200;
  private static final int DETAIL = 500;

  /** Shortens what is only for people; an event is never lost because a carrier is verbose. */
  public CarrierEvent {
    if (id.isBlank() || id.length() > ID) {
      throw new IllegalArgumentException("An event's id has 1 to " + ID + " characters");
    }
    location = location == null || location.isBlank() ? null : readable(location, LOCATION);
    detail = readable(detail, DETAIL);
  }

  private static String readable(String text, int max) {
    StringBuilder kept = new StringBuilder();
    text.strip()
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .limit(max)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Says nothing of where a parcel goes, because it may reach a log. */
  @Override
  public String toString() {
    return "CarrierEvent[" + id + ", " + status + "]";
  }
}
