package org.orders.integration.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One operation of the description.
 *
 * @param method the HTTP method
 * @param path the path with its parameters in braces
 * @param node what the description says of it
 */
record Operation(DescribedApi api, String method, String path, JsonNode node) {

  boolean reads() {
    return method.equals("GET");
  }

  /** Its parameters of this place: query, path or header. */
  List<JsonNode> parameters(String place) {
    return StreamSupport.stream(node.path("parameters").spliterator(), false)
        .map(api::resolved)
        .filter(parameter -> parameter.path("in").asText().equals(place))
        .toList();
  }

  boolean takesBody() {
    return node.has("requestBody");
  }

  /** The media types in which its body can be sent, the usual one first. */
  List<String> mediaTypes() {
    var types = new ArrayList<String>();
    content().fieldNames().forEachRemaining(types::add);
    return types;
  }

  JsonNode bodySchema() {
    return content().elements().next().path("schema");
  }

  /** The bodies that the description gives as examples. */
  List<JsonNode> exampleBodies() {
    var bodies = new ArrayList<JsonNode>();
    content().elements().next().path("examples").forEach(it -> bodies.add(it.path("value")));
    return bodies;
  }

  /** What is said of answers with this status; nothing where it is not described. */
  JsonNode answer(int status) {
    return api.resolved(node.path("responses").path(Integer.toString(status)));
  }

  private JsonNode content() {
    return api.resolved(node.path("requestBody")).path("content");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
