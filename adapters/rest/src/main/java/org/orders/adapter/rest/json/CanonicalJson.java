package org.orders.adapter.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeMap;

/** A form of JSON that is equal where the content is: sorted members, normal numbers. */
public final class CanonicalJson {

  private CanonicalJson() {}

  /** The form of the whole, without the members that have one of the names. */
  public static String of(JsonNode node, Set<String> without) {
    StringBuilder out = new StringBuilder();
    write(node, without, out);
    return out.toString();
  }

  /** Whether two values are the same; nothing and null are. */
  static boolean sameValue(JsonNode one, JsonNode other) {
    return of(one, Set.of()).equals(of(other, Set.of()));
  }

  private static void write(JsonNode node, Set<String> without, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject((ObjectNode) node, without, out);
      case ARRAY -> {
        out.append('[');
        node.forEach(
            item -> {
              write(item, without, out);
              out.append(',');
            });
        out.append(']');
      }
      // Never plain: a few bytes such as 1e999999999 must stay a few bytes.
      case NUMBER -> out.append(node.decimalValue().stripTrailingZeros());
      case MISSING, NULL -> out.append("null");
      case STRING, BOOLEAN, BINARY, POJO -> out.append(node);
    }
  }

  private static void writeObject(ObjectNode node, Set<String> without, StringBuilder out) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
    sorted.keySet().removeAll(without);
    out.append('{');
    sorted.forEach(
        (name, value) -> {
          out.append(Json.write(name)).append(':');
          write(value, without, out);
          out.append(',');
        });
    out.append('}');
  }
}
