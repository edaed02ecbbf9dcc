package org.orders.integration.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class CustomerRecordIT {

  private static final String UUID_V7 =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final String UTC_TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

  private final Shop shop;

  CustomerRecordIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void anyoneRegistersAndReadsBackWhatTheySent() {
    var email = Shop.uniqueEmail();
    var person = Shop.person(email);
    person.put("password", "a-long-enough-password-1");
    var created = accepted(shop.anyone().post("/customers", person), 201);
    created
        .then()
        .body("id", matchesRegex(UUID_V7))
        .body("kind", equalTo("ACCOUNT"))
        .body("status", equalTo("ACTIVE"))
        .body("name", equalTo("Ada Lovelace"))
        .body("email", equalTo(email))
        .body("phone", equalTo("+442079460123"))
        .body("address.line1", equalTo("12 St James's Square"))
        .body("address.city", equalTo("London"))
        .body("address.postalCode", equalTo("SW1Y 4JH"))
        .body("address.country", equalTo("GB"))
        .body("createdAt", matchesRegex(UTC_TIME))
        .body("updatedAt", matchesRegex(UTC_TIME))
        .body("password", nullValue())
        .header("Location", endsWith("/customers/" + created.path("id")));
    var read = accepted(shop.admin().get("/customers/" + created.path("id")), 200);
    assertThat(read.<Map<String, Object>>path("$"))
        .isEqualTo(created.<Map<String, Object>>path("$"));
  }

  @Test
  void allPartsOfAnAddressAreKept() {
    var person = Shop.person(Shop.uniqueEmail());
    var address = new HashMap<>(Shop.address("1 Main Street"));
    address.put("line2", "Flat 2 · Überbau");
    address.put("region", "Greater London");
    person.put("address", address);
    accepted(shop.anyone().post("/customers", person), 201)
        .then()
        .body("address", equalTo(address));
  }

  @Test
  void anEmailIsTakenOnceWhateverItsCase() {
    var ada = shop.newCustomer();
    var again = shop.anyone().post("/customers", Shop.person(ada.email().toUpperCase(Locale.ROOT)));
    assertProblem(again, 409, "email-taken");
    var bob = shop.newCustomer();
    assertProblem(bob.patch(bob.path(), Map.of("email", ada.email())), 409, "email-taken");
  }

  @Test
  void aCustomerReplacesTheirWholeRecord() {
    var ada = shop.newCustomer();
    var person = Shop.person(ada.email());
    person.put("name", "Augusta Ada King");
    person.put("address", Shop.address("Ockham Park"));
    accepted(ada.put(ada.path(), person), 200)
        .then()
        .body("name", equalTo("Augusta Ada King"))
        .body("address.line1", equalTo("Ockham Park"));
    accepted(ada.get(ada.path()), 200).then().body("name", equalTo("Augusta Ada King"));
  }

  @Test
  void whatWasReadMayBePutBackReadOnlyFieldsAndAll() {
    var ada = shop.newCustomer();
    Map<String, Object> record = new HashMap<>(ada.get(ada.path()).<Map<String, Object>>path("$"));
    record.put("name", "Ada King");
    accepted(ada.put(ada.path(), record), 200).then().body("name", equalTo("Ada King"));
    var promoted = new HashMap<>(ada.get(ada.path()).<Map<String, Object>>path("$"));
    promoted.put("status", "INACTIVE");
    assertInvalid(ada.put(ada.path(), promoted), "/status");
  }

  @Test
  void aMergePatchChangesWhatItNamesAndNullRemoves() {
    var ada = shop.newCustomer();
    accepted(ada.patch(ada.path(), "{\"address\":{\"line2\":\"Flat 2\",\"city\":\"Bath\"}}"), 200)
        .then()
        .body("address.line2", equalTo("Flat 2"))
        .body("address.city", equalTo("Bath"))
        .body("address.line1", equalTo("12 St James's Square"))
        .body("name", equalTo("Ada Lovelace"));
    accepted(ada.patch(ada.path(), "{\"address\":{\"line2\":null}}"), 200)
        .then()
        .body("address.line2", nullValue())
        .body("address.city", equalTo("Bath"));
    assertInvalid(ada.patch(ada.path(), "{\"name\":null}"), "/name");
    assertInvalid(ada.patch(ada.path(), "{\"address\":{\"country\":\"ZZ\"}}"), "/address/country");
    assertInvalid(ada.patch(ada.path(), "{\"nickname\":\"A\"}"), "/nickname");
  }

  @Test
  void aStalePatchIsRefused() {
    var ada = shop.newCustomer();
    var first = etag(ada.get(ada.path()));
    var second = accepted(ada.with("If-Match", first).patch(ada.path(), Map.of("name", "A")), 200);
    assertThat(etag(second)).isNotEqualTo(first);
    assertProblem(
        ada.with("If-Match", first).patch(ada.path(), Map.of("name", "B")), 412, "stale-version");
    assertProblem(ada.with("If-Match", first).delete(ada.path()), 412, "stale-version");
    accepted(ada.get(ada.path()), 200).then().body("name", equalTo("A"));
  }

  @Test
  void aDeletedCustomerIsInactiveCannotSignInAndFreesTheEmail() {
    var ada = shop.newCustomer();
    var product = shop.newProduct("3.00", 10);
    var order = ada.placesOrder(product, 1);
    accepted(ada.delete(ada.path()), 204);
    assertProblem(shop.login(ada.email(), ada.password()), 401, "invalid-credentials");
    accepted(shop.admin().get(ada.path()), 200).then().body("status", equalTo("INACTIVE"));
    assertProblem(
        shop.service()
            .post(
                "/orders",
                Map.of("customerId", ada.id(), "productId", product.id(), "quantity", 1)),
        409,
        "customer-inactive");
    shop.order(order).then().body("status", equalTo("PENDING"));
    accepted(shop.anyone().post("/customers", Shop.person(ada.email())), 201);
  }

  @Test
  void anAdministratorDeletesACustomer() {
    var customer = shop.newCustomerWithoutLogin();
    accepted(shop.admin().delete("/customers/" + customer), 204);
    accepted(shop.admin().get("/customers/" + customer), 200)
        .then()
        .body("status", equalTo("INACTIVE"));
  }

  @Test
  void somebodyElseIsNotThere() {
    var ada = shop.newCustomer();
    var bob = shop.newCustomer();
    assertProblem(bob.get(ada.path()), 404, "not-found");
    assertProblem(bob.put(ada.path(), Shop.person(Shop.uniqueEmail())), 404, "not-found");
    assertProblem(bob.patch(ada.path(), Map.of("name", "x")), 404, "not-found");
    assertProblem(bob.delete(ada.path()), 404, "not-found");
    assertProblem(bob.get(ada.path() + "/orders"), 404, "not-found");
    assertProblem(bob.get("/customers/" + UUID.randomUUID()), 404, "not-found");
    assertProblem(bob.get("/customers/not-an-id"), 404, "not-found");
    assertProblem(shop.admin().get("/customers/" + UUID.randomUUID()), 404, "not-found");
    assertProblem(shop.anyone().get(ada.path()), 401);
  }

  @Test
  void administratorsFindCustomersByWordsAndStatus() {
    var ada = shop.newCustomer();
    var needle = ada.email().substring(4, 40);
    for (var caller : List.of(shop.admin(), shop.service())) {
      accepted(caller.get("/admin/customers?query=" + needle), 200)
          .then()
          .body("items.id", equalTo(List.of(ada.id())))
          .body("nextCursor", nullValue());
    }
    accepted(shop.admin().get("/admin/customers?status=INACTIVE&query=" + needle), 200)
        .then()
        .body("items.id", not(hasItem(ada.id())));
    assertProblem(shop.admin().get("/admin/customers?status=ASLEEP"), 400, "validation-failed");
    assertProblem(ada.get("/admin/customers"), 403, "forbidden");
  }
}
