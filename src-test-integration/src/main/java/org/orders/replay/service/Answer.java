package org.orders.replay.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What came back: a status, headers, and JSON where the body is JSON. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The problem's slug, as in {@code /problems/<slug>}; empty where there is none. */
  String problem() {
    String type = body.path("type").asText("");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** A field that a success must carry. */
  JsonNode field(String name) {
    JsonNode field = body.path(name);
    if (field instanceof MissingNode || field.isNull()) {
      throw new Unreachable("an answer without the field " + name);
    }
    return field;
  }
}
