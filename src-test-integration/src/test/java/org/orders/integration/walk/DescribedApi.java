package org.orders.integration.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The service's own description: an OpenAPI 3.1 document, whose schemas are JSON Schema. */
final class DescribedApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig CHECKING_FORMATS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final JsonNode closedComponents;
  private final Map<JsonNode, JsonSchema> requests = new ConcurrentHashMap<>();
  private final Map<JsonNode, JsonSchema> answers = new ConcurrentHashMap<>();

  private DescribedApi(JsonNode document) {
    this.document = document;
    this.closedComponents = document.path("components").deepCopy();
    closedComponents.path("schemas").forEach(DescribedApi::close);
  }

  static DescribedApi read(String json) {
    return new DescribedApi(parse(json));
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var path : document.path("paths").properties()) {
      for (var one : path.getValue().properties()) {
        if (METHODS.contains(one.getKey())) {
          var method = one.getKey().toUpperCase(Locale.ROOT);
          operations.add(new Operation(this, method, path.getKey(), one.getValue()));
        }
      }
    }
    return operations;
  }

  /** What a reference leads to; anything else as it is. */
  JsonNode resolved(JsonNode node) {
    var current = node;
    while (current.has("$ref")) {
      current = document.at(current.path("$ref").asText().substring(1));
    }
    return current;
  }

  /** What is wrong with something that is sent; empty where nothing is. */
  String faultsOfRequest(JsonNode schema, JsonNode value) {
    return faults(
        requests.computeIfAbsent(schema, it -> compile(it, document.path("components"))), value);
  }

  /** What is wrong with something that was answered, fields that nobody described included. */
  String faultsOfAnswer(JsonNode schema, JsonNode value) {
    return faults(answers.computeIfAbsent(schema, it -> compile(it, closedComponents)), value);
  }

  private static String faults(JsonSchema schema, JsonNode value) {
    var faults = schema.validate(value);
    return faults.isEmpty() ? "" : faults.toString();
  }

  private static JsonSchema compile(JsonNode schema, JsonNode components) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", components);
    return SCHEMAS.getSchema(whole, CHECKING_FORMATS);
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.set("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
    }
  }
}
