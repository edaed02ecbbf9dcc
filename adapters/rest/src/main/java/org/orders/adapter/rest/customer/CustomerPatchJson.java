package org.orders.adapter.rest.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.BodyReader;
import org.orders.adapter.rest.json.Json;
import org.orders.domain.customer.Profile;

/** Changes of a customer as an RFC 7396 merge patch: what is not sent stays, null removes. */
@Body(
    types = {"application/merge-patch+json", "application/json"},
    mayRepeat = CustomerJson.class)
@RegisterForReflection
public record CustomerPatchJson(
    @Size(max = 200) @Nullable String name,
    @Size(max = 254) @Nullable String email,
    @Size(max = 16) @Nullable String phone,
    @Nullable AddressPatchJson address) {

  /** Changes of an address. */
  @RegisterForReflection
  public record AddressPatchJson(
      @Size(max = 200) @Nullable String line1,
      @Size(max = 200) @Nullable String line2,
      @Size(max = 200) @Nullable String city,
      @Size(max = 200) @Nullable String region,
      @Size(max = 20) @Nullable String postalCode,
      @Size(max = 2) @Nullable String country) {}

  /**
   * A customer with whom nothing is wrong, so that whatever is wrong after a patch is its fault.
   */
  private static final ProfileJson ANYBODY =
      new ProfileJson(
          "Anybody",
          "anybody@example.org",
          "+4930123456",
          new AddressJson("1", "2", "City", "Region", "1", "DE"));

  /**
   * Lets a patch pass that leads to a valid customer, whoever it is applied to.
   *
   * @throws org.orders.domain.shared.InvalidValue naming everything that is wrong
   */
  static void requireValid(JsonNode patch, BodyReader reader) {
    apply(patch, ANYBODY, reader);
  }

  static Profile apply(JsonNode patch, Profile present, BodyReader reader) {
    return apply(patch, ProfileJson.of(present), reader);
  }

  private static Profile apply(JsonNode patch, ProfileJson present, BodyReader reader) {
    ObjectNode target = (ObjectNode) Json.tree(present);
    merge(target, patch);
    return reader.read(ProfileJson.class, target).toProfile("");
  }

  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      JsonNode value = member.getValue();
      JsonNode before = target.get(member.getKey());
      if (value.isNull()) {
        target.remove(member.getKey());
      } else if (value.isObject() && before instanceof ObjectNode deeper) {
        merge(deeper, value);
      } else if (before != null || isOptional(member.getKey())) {
        target.set(member.getKey(), value);
      }
    }
  }

  /** The only fields that may be absent before; all others that are, are not a profile's. */
  private static boolean isOptional(String name) {
    return name.equals("line2") || name.equals("region");
  }
}
