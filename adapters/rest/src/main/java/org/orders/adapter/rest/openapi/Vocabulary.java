package org.orders.adapter.rest.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of wire types mean and may hold where their code does not say it: the part {@code
 * x-fields} of {@code META-INF/openapi.yaml}. A field is named {@code Type.field}, or {@code field}
 * where it means the same everywhere.
 */
final class Vocabulary {

  private final Map<String, Map<String, Object>> fields = new TreeMap<>();

  /**
   * @param fields names of fields to what a schema may say of them
   */
  Vocabulary(Map<?, ?> fields) {
    fields.forEach((name, words) -> this.fields.put((String) name, named(words)));
  }

  /** Adds to a field's schema what it does not say itself. */
  void complete(String type, String field, Schema schema) {
    words(type, field).forEach((word, value) -> add(word, value, schema));
    if (isText(schema) && schema.getMaxLength() == null && schema.getConstValue() == null) {
      throw new IllegalStateException(
          "META-INF/openapi.yaml says in x-fields no maxLength of " + type + "." + field);
    }
  }

  /** The fields of a type that it has on the wire although its record does not have them. */
  Map<String, Schema> added(String type) {
    Map<String, Schema> added = new TreeMap<>();
    fields.forEach(
        (name, words) -> {
          if (name.startsWith(type + ".") && words.containsKey("type")) {
            Schema schema = OASFactory.createSchema();
            schema.addType(SchemaType.valueOf((String) words.get("type")));
            String field = name.substring(type.length() + 1);
            complete(type, field, schema);
            added.put(field, schema);
          }
        });
    return added;
  }

  /** What is said of a type as a whole. */
  @Nullable String ofType(String type) {
    Map<String, Object> words = fields.get(type);
    return words == null ? null : (String) words.get("description");
  }

  private Map<String, Object> words(String type, String field) {
    Map<String, Object> words = new TreeMap<>(fields.getOrDefault(field, Map.of()));
    words.putAll(fields.getOrDefault(type + "." + field, Map.of()));
    return words;
  }

  private static boolean isText(Schema schema) {
    return schema.getType() != null && schema.getType().contains(SchemaType.STRING);
  }

  private static void add(String word, Object value, Schema schema) {
    switch (word) {
      case "type" -> {}
      case "description" -> schema.setDescription((String) value);
      case "format" -> schema.setFormat((String) value);
      case "pattern" -> schema.setPattern((String) value);
      case "const" -> schema.setConstValue(value);
      case "minLength" -> schema.setMinLength(number(schema.getMinLength(), value).intValue());
      case "maxLength" -> schema.setMaxLength(number(schema.getMaxLength(), value).intValue());
      case "maxItems" -> schema.setMaxItems(number(schema.getMaxItems(), value).intValue());
      case "minimum" -> schema.setMinimum(number(schema.getMinimum(), value));
      case "maximum" -> schema.setMaximum(number(schema.getMaximum(), value));
      case "nullable" -> schema.addType(SchemaType.NULL);
      case "enum" -> schema.setEnumeration(new ArrayList<>((List<?>) value));
      default -> throw new IllegalStateException("x-fields knows no " + word);
    }
  }

  /** What the code says goes before what the vocabulary says. */
  private static BigDecimal number(@Nullable Number said, Object value) {
    return new BigDecimal(String.valueOf(said == null ? value : said));
  }

  private static Map<String, Object> named(Object words) {
    Map<String, Object> named = new TreeMap<>();
    ((Map<?, ?>) words).forEach((name, value) -> named.put((String) name, value));
    return named;
  }
}
