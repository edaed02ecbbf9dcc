package org.orders.adapter.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** The body of the present request as it was sent; an empty object where there was none. */
@RequestScoped
public class ReceivedBody {

  private JsonNode tree = JsonNodeFactory.instance.objectNode();
  private ObjectNode repeated = JsonNodeFactory.instance.objectNode();

  void set(JsonNode sent, ObjectNode repeatedFields) {
    tree = sent;
    repeated = repeatedFields;
  }

  public JsonNode tree() {
    return tree;
  }

  /** Whether fields were sent that cannot be changed. */
  public boolean repeatsFields() {
    return !repeated.isEmpty();
  }

  /**
   * Lets fields pass that cannot be changed, as long as nobody tries to.
   *
   * @throws InvalidValue naming those that differ from the present representation
   */
  public void requireRepeatedFieldsAsIn(Object representation) {
    JsonNode present = Json.tree(representation);
    List<Violation> violations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : repeated.properties()) {
      if (!CanonicalJson.sameValue(field.getValue(), present.path(field.getKey()))) {
        violations.add(
            new Violation("/" + field.getKey(), "cannot be changed; leave it out or as it is"));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidValue(violations);
    }
  }
}
