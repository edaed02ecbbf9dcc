package org.orders.integration.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Values made from schemas: good ones, those at an edge, and those that fit nowhere. */
final class Values {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST = 5_000;

  /** How many of those that fit nowhere are tried in one place; another seed tries others. */
  private static final int TRIED = 7;

  /** What no field of any kind should take, or what some should not. */
  private static final List<JsonNode> STRANGE =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.numberNode(-1),
          NODES.numberNode(0),
          NODES.numberNode(new BigDecimal("1.5")),
          NODES.numberNode(new BigInteger("99999999999999999999")),
          NODES.numberNode(new BigDecimal("1e-30")),
          NODES.numberNode(new BigDecimal("1e400")),
          NODES.textNode(""),
          NODES.textNode(" "),
          NODES.textNode("7"),
          NODES.textNode("null"),
          NODES.textNode("a\u0000b"),
          NODES.textNode("\ud800"),
          NODES.textNode("ü' OR 1=1 -- 🛒 \" \\ %s ${x}"),
          NODES.textNode("\u202e\r\n\t"),
          NODES.textNode("x".repeat(LONGEST)),
          NODES.arrayNode(),
          NODES.arrayNode().add(NODES.nullNode()),
          NODES.objectNode());

  private final DescribedApi api;
  private final Random random;

  Values(DescribedApi api, Random random) {
    this.api = api;
    this.random = random;
  }

  /** A value that follows a schema, with everything in it that can be. */
  JsonNode good(JsonNode reference) {
    var schema = api.resolved(reference);
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    return switch (type(schema)) {
      case "integer", "number" -> NODES.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "array" -> NODES.arrayNode().add(good(schema.path("items")));
      case "object" -> object(schema);
      default -> NODES.textNode(text(schema));
    };
  }

  private ObjectNode object(JsonNode schema) {
    var object = NODES.objectNode();
    for (var property : schema.path("properties").properties()) {
      if (!property.getValue().path("readOnly").asBoolean()) {
        object.set(property.getKey(), good(property.getValue()));
      }
    }
    return object;
  }

  private static String text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date-time" -> "2026-01-02T03:04:05Z";
      case "email" -> "a." + UUID.randomUUID() + "@example.org";
      default ->
          switch (schema.path("pattern").asText()) {
            case "^[A-Z]{2}$" -> "DE";
            case "^[A-Z]{3}$" -> "EUR";
            case "^([0-9]{12,19})$" -> "4242424242424242";
            case "^([0-9]{3,4})$" -> "123";
            case "^\\+[1-9][0-9]{1,14}$" -> "+4930123456";
            default -> "x".repeat(Math.max(8, schema.path("minLength").asInt()));
          };
    };
  }

  /** Values to try in a place that has this schema. */
  List<JsonNode> strange(JsonNode reference) {
    var schema = api.resolved(reference);
    var values = new ArrayList<JsonNode>(STRANGE);
    Collections.shuffle(values, random);
    values.subList(TRIED, values.size()).clear();
    if (schema.has("maxLength") && schema.path("maxLength").asInt() < LONGEST) {
      int max = schema.path("maxLength").asInt();
      values.add(NODES.textNode("x".repeat(max)));
      values.add(NODES.textNode("🛒".repeat(max)));
      values.add(NODES.textNode("x".repeat(max + 1)));
    }
    for (var bound : List.of("minimum", "maximum")) {
      if (schema.has(bound)) {
        var at = schema.path(bound).decimalValue();
        values.add(NODES.numberNode(at.toBigInteger()));
        values.add(NODES.numberNode(at.toBigInteger().subtract(BigInteger.ONE)));
        values.add(NODES.numberNode(at.toBigInteger().add(BigInteger.ONE)));
      }
    }
    schema.path("enum").forEach(values::add);
    return values;
  }

  /**
   * Tries strange values in every place of a body, one place at a time.
   *
   * @param attempt takes the place's name and the whole body
   */
  void spoil(JsonNode reference, ObjectNode whole, BiConsumer<String, JsonNode> attempt) {
    attempt.accept("/noSuchField", whole.deepCopy().put("noSuchField", 1));
    spoil("", reference, whole, whole, attempt);
  }

  private void spoil(
      String place,
      JsonNode reference,
      ObjectNode whole,
      ObjectNode part,
      BiConsumer<String, JsonNode> attempt) {
    for (var property : api.resolved(reference).path("properties").properties()) {
      var name = property.getKey();
      var before = part.get(name);
      for (var strange : strange(property.getValue())) {
        part.set(name, strange);
        attempt.accept(place + "/" + name, whole.deepCopy());
      }
      part.remove(name);
      attempt.accept(place + "/" + name, whole.deepCopy());
      part.set(name, before == null ? good(property.getValue()) : before);
      attempt.accept(place + "/" + name, whole.deepCopy());
      var schema = api.resolved(property.getValue());
      if (part.get(name) instanceof ObjectNode inner) {
        spoil(place + "/" + name, schema, whole, inner, attempt);
      } else if (part.get(name) instanceof ArrayNode list
          && list.path(0) instanceof ObjectNode inner) {
        spoil(place + "/" + name + "/0", schema.path("items"), whole, inner, attempt);
        tooMany(place + "/" + name, list, schema.path("maxItems").asInt(), whole, attempt);
      }
      if (before == null) {
        part.remove(name);
      }
    }
  }

  private static void tooMany(
      String place,
      ArrayNode list,
      int max,
      ObjectNode whole,
      BiConsumer<String, JsonNode> attempt) {
    var one = list.get(0);
    while (list.size() <= max && max <= LONGEST) {
      list.add(one);
    }
    attempt.accept(place, whole.deepCopy());
    list.removeAll();
    list.add(one);
  }

  /** A body with strange values in some places at once. */
  JsonNode mutant(JsonNode reference, ObjectNode body) {
    var mutant = body.deepCopy();
    var properties = List.copyOf(api.resolved(reference).path("properties").properties());
    for (int place = 0; place < 3 && !properties.isEmpty(); place++) {
      var property = properties.get(random.nextInt(properties.size()));
      var strange = strange(property.getValue());
      mutant.set(property.getKey(), strange.get(random.nextInt(strange.size())));
    }
    return mutant;
  }

  /** Bodies that are no JSON objects, or break it. */
  static List<byte[]> broken(String good) {
    var broken = new ArrayList<byte[]>();
    for (var text :
        List.of(
            "",
            " ",
            "{",
            "[]",
            "null",
            "\"text\"",
            "1e999999999",
            "{\"a\":1,}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":1}{}",
            "\ufeff" + good,
            good + "x",
            good.replaceFirst("\\{", "{\"reason\":1,\"reason\":2,"),
            "[".repeat(100_000),
            "{\"a\":".repeat(60) + "1" + "}".repeat(60),
            "{\"a\":\"" + "x".repeat(1_100_000) + "\"}",
            "{\"" + "x".repeat(60_000) + "\":1}",
            "{\"a\":" + "9".repeat(2_000) + "}",
            "%",
            "grant_type=%C3%28&grant_type=a",
            "a=b&c")) {
      broken.add(text.getBytes(StandardCharsets.UTF_8));
    }
    broken.add(new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '1', '}'});
    broken.add(new byte[] {0, (byte) 0xFF, (byte) 0xFE});
    return broken;
  }

  private static String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText("string");
  }
}
