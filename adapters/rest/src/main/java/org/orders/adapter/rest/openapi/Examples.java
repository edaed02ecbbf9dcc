package org.orders.adapter.rest.openapi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Examples of what goes over the wire: the part {@code x-examples} of {@code
 * META-INF/openapi.yaml}, by schema and the example's name.
 */
final class Examples {

  private final Map<?, ?> bySchema;

  Examples(Map<?, ?> bySchema) {
    this.bySchema = bySchema;
  }

  /** Content with a schema and all its examples. */
  MediaType content(Schema schema) {
    MediaType type = OASFactory.createMediaType().schema(schema);
    of(schema)
        .forEach((name, value) -> type.addExample(name, OASFactory.createExample().value(value)));
    return type;
  }

  private Map<String, Object> of(Schema schema) {
    Map<String, Object> examples = new LinkedHashMap<>();
    if (schema.getRef() == null) {
      examples.put("all", List.of(first(name(schema.getItems()))));
      return examples;
    }
    String name = name(schema);
    if (name.endsWith("List")) {
      // Nothing comes after it, which only null says.
      Map<String, Object> page = new LinkedHashMap<>();
      page.put("items", List.of(first(name.substring(0, name.length() - "List".length()))));
      page.put("nextCursor", null);
      examples.put("last-page", page);
    } else {
      named(name).forEach((example, value) -> examples.put((String) example, value));
    }
    return examples;
  }

  private Object first(String schema) {
    return named(schema).values().iterator().next();
  }

  private Map<?, ?> named(String schema) {
    if (bySchema.get(schema) instanceof Map<?, ?> examples && !examples.isEmpty()) {
      return examples;
    }
    throw new IllegalStateException("META-INF/openapi.yaml has in x-examples none of " + schema);
  }

  private static String name(Schema reference) {
    return Arrays.asList(reference.getRef().split("/")).getLast();
  }
}
