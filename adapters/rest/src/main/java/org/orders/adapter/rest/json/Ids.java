package org.orders.adapter.rest.json;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.orders.domain.shared.NotFound;

/** Reads ids in their one form. */
public final class Ids {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  public static Optional<UUID> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  /**
   * The id that a path names; what is no id names nothing.
   *
   * @throws NotFound when it is none
   */
  public static UUID inPath(String text, String thing) {
    return parse(text).orElseThrow(() -> new NotFound(thing));
  }

  /** Whether a text holds nothing that a database or UTF-8 refuses. */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }
}
