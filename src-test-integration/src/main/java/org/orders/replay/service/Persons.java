package org.orders.replay.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.orders.replay.plan.Country;

/** The made-up persons behind the file's customer numbers. */
final class Persons {

  /** From the range that the British regulator keeps free for fiction. */
  private static final String PHONE = "+442079460000";

  private Persons() {}

  static String email(String customerId) {
    return "customer-" + customerId + "@example.com";
  }

  static ObjectNode known(String customerId, Country country) {
    return person("Customer " + customerId, email(customerId), country);
  }

  static ObjectNode guest(Country country) {
    return person("Guest", "guest@example.com", country);
  }

  static ObjectNode address(Country country) {
    ObjectNode address = Wire.object().put("line1", "1 Replay Street").put("city", "Exampleton");
    if (country.region() != null) {
      address.put("region", country.region());
    }
    return address.put("postalCode", "EX1 1EX").put("country", country.code());
  }

  private static ObjectNode person(String name, String email, Country country) {
    ObjectNode person = Wire.object().put("name", name).put("email", email).put("phone", PHONE);
    person.set("address", address(country));
    return person;
  }
}
