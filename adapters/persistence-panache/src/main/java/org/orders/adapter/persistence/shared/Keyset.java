package org.orders.adapter.persistence.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orders.application.shared.PageRequest.Position;
import org.orders.domain.shared.InvalidValue;

/** A place in a list that is ordered by time and id. */
public record Keyset(Instant time, UUID id) {

  private static final Pattern FORM =
      Pattern.compile(
          "(-?[0-9]{1,18})\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  /**
   * The place that the position names.
   *
   * @throws InvalidValue when no list of ours wrote it
   */
  public static Keyset read(Position position) {
    Matcher form = FORM.matcher(position.value());
    if (!form.matches()) {
      throw broken();
    }
    Instant time = Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS);
    return new Keyset(time, UUID.fromString(form.group(2)));
  }

  public Position position() {
    return new Position(ChronoUnit.MICROS.between(Instant.EPOCH, time) + "." + id);
  }

  public static InvalidValue broken() {
    return new InvalidValue("cursor", "must be the nextCursor of a page of this list");
  }
}
