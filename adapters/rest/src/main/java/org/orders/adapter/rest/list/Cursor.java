package org.orders.adapter.rest.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.orders.adapter.rest.json.ShortHash;
import org.orders.application.shared.Fingerprints;
import org.orders.application.shared.PageRequest.Position;

/**
 * Writes and reads cursors: a position behind a seal over it and the list it belongs to, so that it
 * cannot be forged, nor taken to another list or to other filters.
 */
final class Cursor {

  private static final int SEAL_BYTES = 12;
  private static final int SEAL = 16;

  private final Fingerprints fingerprints;
  private final String list;

  /**
   * @param list the list's path and filters
   */
  Cursor(Fingerprints fingerprints, String list) {
    this.fingerprints = fingerprints;
    this.list = list;
  }

  String write(Position position) {
    return seal(position.value()) + encode(position.value());
  }

  /** The position; nothing where the cursor is broken or belongs elsewhere. */
  Optional<Position> read(String cursor) {
    if (cursor.length() <= SEAL) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(cursor.substring(SEAL));
      String position = new String(decoded, StandardCharsets.UTF_8);
      return Optional.of(new Position(position)).filter(it -> write(it).equals(cursor));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private String seal(String position) {
    return ShortHash.of(fingerprints.of("cursor\n" + list + "\n" + position), SEAL_BYTES);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
