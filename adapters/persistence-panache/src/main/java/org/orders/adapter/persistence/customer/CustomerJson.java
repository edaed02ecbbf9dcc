package org.orders.adapter.persistence.customer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.orders.adapter.persistence.shared.AddressColumns;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.Profile;

/** A customer as a whole row for a function of the database. */
public final class CustomerJson {

  private CustomerJson() {}

  public static String of(Customer customer) {
    Profile profile = customer.profile();
    var row =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", customer.id().value().toString())
            .put("kind", customer.kind().name())
            .put("name", profile.name().value())
            .put("email", profile.email().value())
            .put("email_key", profile.email().key())
            .put("phone", profile.phone().value())
            .put("status", customer.status().name())
            .put("created_at", customer.createdAt().toString())
            .put("updated_at", customer.updatedAt().toString())
            .put("version", customer.version());
    AddressColumns.write(profile.address(), row);
    return row.toString();
  }
}
