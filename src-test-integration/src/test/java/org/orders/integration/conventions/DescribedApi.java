package org.orders.integration.conventions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service's own description (OpenAPI), and values made from its schemas, good and bad. */
final class DescribedApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** What no field of any kind should take, or what is at the edge of what some take. */
  private static final List<JsonNode> STRANGE =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.numberNode(-1),
          NODES.numberNode(1.5),
          NODES.numberNode(new java.math.BigInteger("99999999999999999999")),
          NODES.numberNode(new java.math.BigDecimal("1e-30")),
          NODES.textNode(""),
          NODES.textNode("\u0000"),
          NODES.textNode("\ud800"),
          NODES.textNode("ü' OR 1=1 -- 🛒 \" \\"),
          NODES.textNode("x".repeat(5000)),
          NODES.arrayNode(),
          NODES.objectNode());

  /**
   * One operation of the description.
   *
   * @param method the HTTP method
   * @param path the path with its parameters in braces
   * @param node what the description says of it
   * @param shared the parameters that all operations of the path have
   */
  record Operation(String method, String path, JsonNode node, JsonNode shared) {

    /** Whether the description knows this status. */
    boolean documents(int status) {
      var responses = node.path("responses");
      return responses.has(Integer.toString(status))
          || responses.has(status / 100 + "XX")
          || responses.has("default");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private final JsonNode document;

  private DescribedApi(JsonNode document) {
    this.document = document;
  }

  static DescribedApi read(String json) {
    try {
      return new DescribedApi(JSON.readTree(json));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one -> {
                          if (METHODS.contains(one.getKey())) {
                            operations.add(
                                new Operation(
                                    one.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    one.getValue(),
                                    path.getValue().path("parameters")));
                          }
                        }));
    return operations;
  }

  /** The names of the operation's parameters of this place: query, path or header. */
  List<String> parameters(Operation operation, String place) {
    var names = new ArrayList<String>();
    for (var list : List.of(operation.node().path("parameters"), operation.shared())) {
      for (var one : list) {
        var parameter = resolved(one);
        if (parameter.path("in").asText().equals(place)) {
          names.add(parameter.path("name").asText());
        }
      }
    }
    return names;
  }

  /** The media type of the operation's body, null where it has none. */
  @Nullable String mediaType(Operation operation) {
    var types = resolved(operation.node().path("requestBody")).path("content").fieldNames();
    return types.hasNext() ? types.next() : null;
  }

  /** A body that follows the schema. */
  JsonNode goodBody(Operation operation) {
    return sample(bodySchema(operation), 0);
  }

  /** Bodies that each break the schema, or strain it, in one place. */
  List<String> badBodies(Operation operation) {
    var good = goodBody(operation);
    var bad = new ArrayList<String>(List.of("{", "[]", "null", "\"text\""));
    if (good instanceof ObjectNode object) {
      bad.add(object.deepCopy().put("noSuchField", 1).toString());
      spoil(object, object, bad);
    }
    return bad;
  }

  private static void spoil(ObjectNode whole, ObjectNode part, List<String> bad) {
    for (var field : List.copyOf(part.properties())) {
      var name = field.getKey();
      var before = field.getValue();
      for (var strange : STRANGE) {
        part.set(name, strange);
        bad.add(whole.toString());
      }
      part.remove(name);
      bad.add(whole.toString());
      part.set(name, before);
      if (before instanceof ObjectNode inner) {
        spoil(whole, inner, bad);
      } else if (before instanceof ArrayNode list
          && !list.isEmpty()
          && list.get(0) instanceof ObjectNode inner) {
        spoil(whole, inner, bad);
      }
    }
  }

  private JsonNode bodySchema(Operation operation) {
    var content = resolved(operation.node().path("requestBody")).path("content");
    var first = content.elements();
    return first.hasNext() ? first.next().path("schema") : NODES.objectNode();
  }

  private JsonNode resolved(JsonNode node) {
    var current = node;
    while (current.has("$ref")) {
      current = document.at(current.path("$ref").asText().substring(1));
    }
    return current;
  }

  private JsonNode sample(JsonNode reference, int depth) {
    var schema = resolved(reference);
    for (var key : List.of("example", "default", "const")) {
      if (schema.has(key)) {
        return schema.get(key).deepCopy();
      }
    }
    for (var key : List.of("examples", "enum")) {
      if (schema.path(key).isArray() && !schema.path(key).isEmpty()) {
        return schema.path(key).get(0).deepCopy();
      }
    }
    for (var key : List.of("oneOf", "anyOf")) {
      if (schema.path(key).isArray() && !schema.path(key).isEmpty()) {
        return sample(schema.path(key).get(0), depth + 1);
      }
    }
    if (schema.has("properties") || schema.has("allOf")) {
      return sampleObject(schema, depth);
    }
    return switch (type(schema)) {
      case "integer", "number" -> NODES.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
      case "boolean" -> NODES.booleanNode(true);
      case "array" ->
          depth > 6
              ? NODES.arrayNode()
              : NODES.arrayNode().add(sample(schema.path("items"), depth + 1));
      case "object" -> NODES.objectNode();
      default -> NODES.textNode(text(schema));
    };
  }

  private ObjectNode sampleObject(JsonNode schema, int depth) {
    var object = NODES.objectNode();
    for (var part : schema.path("allOf")) {
      if (sample(part, depth + 1) instanceof ObjectNode inherited) {
        object.setAll(inherited);
      }
    }
    for (var property : schema.path("properties").properties()) {
      if (depth < 6 && !resolved(property.getValue()).path("readOnly").asBoolean()) {
        object.set(property.getKey(), sample(property.getValue(), depth + 1));
      }
    }
    return object;
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText("string");
  }

  private static String text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date-time" -> "2026-01-02T03:04:05Z";
      case "email" -> "a." + UUID.randomUUID() + "@example.org";
      default -> "x".repeat(Math.max(3, schema.path("minLength").asInt(3)));
    };
  }
}
