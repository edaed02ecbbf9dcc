package org.orders.adapter.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads Stripe's JSON as a tree. The client's model classes are filled by reflection over some
 * hundreds of types, which a native image does not have.
 */
final class StripeJson {

  private StripeJson() {}

  /** The object, where the text is one. */
  static Optional<JsonObject> object(String text) {
    try {
      return Optional.ofNullable(JsonParser.parseString(text))
          .filter(JsonElement::isJsonObject)
          .map(JsonElement::getAsJsonObject);
    } catch (JsonParseException | StackOverflowError notJson) {
      return Optional.empty();
    }
  }

  /** A member that is an object. */
  static Optional<JsonObject> object(JsonObject parent, String member) {
    return Optional.ofNullable(parent.get(member))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }

  /** A member's text; empty where it is absent, null or no text. */
  static String text(JsonObject parent, String member) {
    JsonElement value = parent.get(member);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  /** The id of another object, which is there as an id or whole. */
  static String reference(JsonObject parent, String member) {
    return object(parent, member)
        .map(expanded -> text(expanded, "id"))
        .orElseGet(() -> text(parent, member));
  }

  static OptionalLong number(JsonObject parent, String member) {
    try {
      String text = text(parent, member);
      return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException notWhole) {
      return OptionalLong.empty();
    }
  }
}
