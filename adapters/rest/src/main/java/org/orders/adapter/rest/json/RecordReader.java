package org.orders.adapter.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes wire records of JSON, without any leniency: a text is a text, a whole number is one, and an
 * unknown field is a complaint. What is missing or could not be read is null in the record.
 */
final class RecordReader {

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private final Complaints complaints;

  /** What reflection knows of a record, looked up once. */
  private record Shape(List<RecordComponent> components, Set<String> names, Constructor<?> maker) {
    static Shape of(Class<?> type) {
      List<RecordComponent> components = List.of(type.getRecordComponents());
      Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        Constructor<?> maker = type.getDeclaredConstructor(types);
        maker.setAccessible(true);
        return new Shape(
            components,
            components.stream().map(RecordComponent::getName).collect(Collectors.toSet()),
            maker);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its constructor: " + type, e);
      }
    }

    Object make(Object[] values) {
      try {
        return maker.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a wire record only holds what it is given", e);
      }
    }
  }

  RecordReader(Complaints complaints) {
    this.complaints = complaints;
  }

  <T> T read(ObjectNode object, Class<T> type, String pointer) {
    Shape shape = SHAPES.get(type);
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!shape.names.contains(name)) {
        complaints.add(pointer + "/" + escape(name), "is not a known field");
      }
    }
    Object[] values =
        shape.components.stream()
            .map(
                it ->
                    value(
                        object.get(it.getName()),
                        it.getGenericType(),
                        pointer + "/" + it.getName()))
            .toArray();
    return type.cast(shape.make(values));
  }

  static Set<String> names(Class<?> type) {
    return SHAPES.get(type).names;
  }

  /** A name as a part of a JSON pointer. */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private @Nullable Object value(@Nullable JsonNode node, Type type, String pointer) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (type instanceof ParameterizedType list) {
      return list(node, list.getActualTypeArguments()[0], pointer);
    }
    Class<?> kind = (Class<?>) type;
    if (kind == String.class) {
      return text(node, pointer);
    } else if (kind == UUID.class) {
      return id(node, pointer);
    } else if (kind == Integer.class || kind == Long.class) {
      return wholeNumber(node, kind, pointer);
    } else if (kind == BigDecimal.class) {
      return node.isNumber() ? node.decimalValue() : complain(pointer, "must be a number");
    } else if (kind == Boolean.class) {
      return node.isBoolean() ? node.booleanValue() : complain(pointer, "must be true or false");
    } else if (kind.isEnum()) {
      return constant(node, kind, pointer);
    } else if (kind.isRecord()) {
      return node instanceof ObjectNode object
          ? read(object, kind, pointer)
          : complain(pointer, "must be an object");
    }
    throw new IllegalStateException("no wire type: " + kind);
  }

  private @Nullable List<?> list(JsonNode node, Type item, String pointer) {
    if (!node.isArray()) {
      complaints.add(pointer, "must be an array");
      return null;
    }
    List<@Nullable Object> items = new ArrayList<>(node.size());
    for (int index = 0; index < node.size(); index++) {
      String place = pointer + "/" + index;
      if (node.get(index).isNull()) {
        complaints.add(place, "must not be null");
      }
      items.add(value(node.get(index), item, place));
    }
    return items;
  }

  private @Nullable Object text(JsonNode node, String pointer) {
    if (!node.isTextual()) {
      return complain(pointer, "must be a text");
    }
    String text = node.textValue();
    return Ids.isStorable(text)
        ? text
        : complain(pointer, "must not contain the character U+0000 or half a surrogate pair");
  }

  private @Nullable Object id(JsonNode node, String pointer) {
    return (node.isTextual() ? Ids.parse(node.textValue()) : Optional.<UUID>empty())
        .orElseGet(() -> complain(pointer, "must be a UUID"));
  }

  private @Nullable Object wholeNumber(JsonNode node, Class<?> kind, String pointer) {
    if (!node.isIntegralNumber()) {
      return complain(pointer, "must be a whole number");
    }
    if (kind == Integer.class) {
      return node.canConvertToInt()
          ? (Object) node.intValue()
          : complain(pointer, "is out of range");
    }
    return node.canConvertToLong()
        ? (Object) node.longValue()
        : complain(pointer, "is out of range");
  }

  private @Nullable Object constant(JsonNode node, Class<?> kind, String pointer) {
    String names =
        Arrays.stream(kind.getEnumConstants())
            .map(it -> ((Enum<?>) it).name())
            .collect(Collectors.joining(", "));
    return Arrays.stream(kind.getEnumConstants())
        .filter(it -> node.isTextual() && ((Enum<?>) it).name().equals(node.textValue()))
        .findFirst()
        .orElseGet(() -> complain(pointer, "must be one of " + names));
  }

  private <T> @Nullable T complain(String pointer, String detail) {
    complaints.add(pointer, detail);
    return null;
  }
}
