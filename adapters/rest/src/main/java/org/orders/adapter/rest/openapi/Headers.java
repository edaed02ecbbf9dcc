package org.orders.adapter.rest.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;

/** References to the header fields that {@code META-INF/openapi.yaml} describes. */
final class Headers {

  private Headers() {}

  /** Those that every answer may have. */
  static Map<String, Header> common() {
    return named("X-Request-Id", "Access-Control-Allow-Origin");
  }

  static Map<String, Header> named(String... names) {
    Map<String, Header> headers = new LinkedHashMap<>();
    for (String name : names) {
      headers.put(name, reference(name));
    }
    return headers;
  }

  static Header reference(String name) {
    return OASFactory.createHeader().ref(name);
  }
}
