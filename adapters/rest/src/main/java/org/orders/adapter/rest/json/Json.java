package org.orders.adapter.rest.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;

/** Writes what callers see: absent fields left out, times in UTC, amounts plain and exact. */
public final class Json {

  private static final JsonMapper WRITER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private Json() {}

  /** The wire form; the same for equal content, so that it can be compared. */
  public static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("wire types can always be written", e);
    }
  }

  public static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** The wire form as a tree. */
  public static JsonNode tree(Object value) {
    return WRITER.valueToTree(value);
  }

  /** A member of an object in wire form that this service wrote itself. */
  public static String member(String object, String name) {
    try {
      return WRITER.readTree(object).path(name).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what this service wrote can be read", e);
    }
  }

  /** An object in wire form with one more text at its end. */
  public static String with(String object, String name, String text) {
    return object.substring(0, object.length() - 1) + "," + write(name) + ":" + write(text) + "}";
  }
}
