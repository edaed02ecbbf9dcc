package org.orders.replay.service;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One request to the service.
 *
 * @param path with its query, already encoded
 * @param body JSON, or null
 * @param key the idempotency key of a request that writes, or null
 */
record Call(String method, String path, @Nullable JsonNode body, @Nullable String key) {

  static Call get(String path) {
    return new Call("GET", path, null, null);
  }

  static Call post(String path, JsonNode body, String key) {
    return new Call("POST", path, body, key);
  }

  static Call put(String path, JsonNode body, String key) {
    return new Call("PUT", path, body, key);
  }

  /** For calls that are safe to repeat by themselves. */
  static Call postWithoutKey(String path, JsonNode body) {
    return new Call("POST", path, body, null);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
