package org.orders.adapter.rest.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** Reads what an HTML form would send, as if it were a JSON object of texts. */
final class FormFields {

  private FormFields() {}

  static ObjectNode parse(byte[] document) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String field : new String(document, StandardCharsets.UTF_8).split("&", -1)) {
      if (!field.isEmpty()) {
        int equals = field.indexOf('=');
        String name = decode(equals < 0 ? field : field.substring(0, equals));
        String value = equals < 0 ? "" : decode(field.substring(equals + 1));
        if (fields.has(name)) {
          throw invalid("/" + RecordReader.escape(name), "must not stand there twice");
        }
        fields.put(name, value);
      }
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw invalid("", "is not a well-formed form");
    }
  }

  private static InvalidValue invalid(String pointer, String detail) {
    return new InvalidValue(List.of(new Violation(Complaints.shortened(pointer), detail)));
  }
}
