package org.orders.adapter.rest.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.ShortHash;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/**
 * Strong entity tags: a hash of what this caller sees, so that any change of it changes the tag.
 */
final class EntityTag {

  private static final int BYTES = 16;

  /** One tag of a list, and the comma after it or the end. */
  private static final Pattern ELEMENT =
      Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

  private EntityTag() {}

  static String of(String json) {
    return '"' + ShortHash.of(json, BYTES) + '"';
  }

  /**
   * Whether an {@code If-Match} header allows a change of what has the tag. Weak tags never match.
   *
   * @throws InvalidValue when the header is none
   */
  static boolean ifMatchAllows(@Nullable String header, String tag) {
    return header == null
        || header.strip().equals("*")
        || parse("If-Match", header, false).contains(tag);
  }

  /** Throws where an {@code If-Match} header is malformed. */
  static void requireWellFormed(@Nullable String ifMatch) {
    ifMatchAllows(ifMatch, "");
  }

  /**
   * Whether an {@code If-None-Match} header says that the caller has what has the tag.
   *
   * @throws InvalidValue when the header is none
   */
  static boolean ifNoneMatchHas(@Nullable String header, String tag) {
    return header != null
        && (header.strip().equals("*") || parse("If-None-Match", header, true).contains(tag));
  }

  private static List<String> parse(String name, String header, boolean weakToo) {
    List<String> tags = new ArrayList<>();
    Matcher element = ELEMENT.matcher(header);
    int end = 0;
    while (end < header.length()) {
      if (!element.find(end) || element.start() != end) {
        throw new InvalidValue(
            List.of(new Violation("/header/" + name, "must be a list of entity tags or *")));
      }
      if (weakToo || element.group(1) == null) {
        tags.add(element.group(2));
      }
      end = element.end();
    }
    return tags;
  }
}
