package org.orders.integration.customer;

import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class CustomerValidationIT {

  private static final String LONG = "x".repeat(201);

  private final Shop shop;

  CustomerValidationIT(Shop shop) {
    this.shop = shop;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "name, null",
        "name, ''",
        "name, '   '",
        "name, LONG",
        "email, null",
        "email, no-at-sign",
        "email, LONG@example.org",
        "email, two@at@signs.example.org",
        "phone, 0123-abc",
        "phone, +0123456789",
        "phone, +1234567890123456",
        "password, short",
        "address/line1, null",
        "address/line1, ''",
        "address/line1, LONG",
        "address/line2, LONG",
        "address/city, null",
        "address/postalCode, 123456789012345678901",
        "address/country, ZZ",
        "address/country, gbr",
        "address/country, null"
      })
  void aFieldThatBreaksItsLimitsIsNamed(String field, String value) {
    var person = Shop.person(Shop.uniqueEmail());
    var content = value == null ? null : value.replace("LONG", LONG);
    if (field.startsWith("address/")) {
      var address = new HashMap<>(Shop.address("1 Main Street"));
      address.put(field.substring("address/".length()), content);
      person.put("address", address);
    } else {
      person.put(field, content);
    }
    assertInvalid(shop.anyone().post("/customers", person), "/" + field);
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    var person = Shop.person("nobody");
    person.put("phone", "no-number");
    person.put("address", Map.of("line1", "a", "city", "b", "postalCode", "c", "country", "??"));
    assertInvalid(shop.anyone().post("/customers", person), "/email", "/phone", "/address/country");
  }

  @Test
  void whatIsExactlyAsLongAsAllowedIsTaken() {
    var person = Shop.person(Shop.uniqueEmail());
    person.put("name", "n".repeat(200));
    var address = new HashMap<>(Shop.address("l".repeat(200)));
    address.put("postalCode", "p".repeat(20));
    person.put("address", address);
    accepted(shop.anyone().post("/customers", person), 201);
  }

  @Test
  void namesOfAllScriptsAreTaken() {
    var person = Shop.person(Shop.uniqueEmail());
    person.put("name", "Zoë Ōe 大江 Ибн-Сӣно 🛒");
    var created = accepted(shop.anyone().post("/customers", person), 201);
    accepted(shop.admin().get("/customers/" + created.path("id")), 200)
        .then()
        .body("name", org.hamcrest.Matchers.equalTo("Zoë Ōe 大江 Ибн-Сӣно 🛒"));
  }

  @Test
  void charactersThatNoTextHasAreRefusedAndNotStored() {
    var person = Shop.person(Shop.uniqueEmail());
    person.put("name", "Ada\u0000Lovelace");
    assertInvalid(shop.anyone().post("/customers", person), "/name");
  }
}
