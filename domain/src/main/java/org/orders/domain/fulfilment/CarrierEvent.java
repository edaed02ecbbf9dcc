package org.orders.domain.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Text;

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

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final int ID = 255;
  private static final int LOCATION = 200;
  private static final int DETAIL = 500;

  /**
   * Shortens what is only for people; an event is never lost because a carrier is verbose. Refuses
   * what cannot be kept, which would otherwise come again for ever.
   *
   * @throws IllegalArgumentException when it has no proper id or time
   */
  public CarrierEvent {
    if (id.isBlank() || !Text.fits(id, ID)) {
      throw new IllegalArgumentException("An event's id has 1 to " + ID + " characters");
    }
    if (!isPlausible(at)) {
      throw new IllegalArgumentException("Nothing happens to parcels at such a time");
    }
    location = location == null || location.isBlank() ? null : readable(location, LOCATION);
    detail = readable(detail, DETAIL);
    estimatedDelivery =
        estimatedDelivery != null && isPlausible(estimatedDelivery) ? estimatedDelivery : null;
  }

  /** Whether anything can have happened, or be going to happen, at the time. */
  public static boolean isPlausible(Instant time) {
    return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
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
