package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class WalkingOrdersIT {

  private static final List<String> WAY =
      List.of("PENDING", "CONFIRMED", "PROCESSING", "SHIPPED", "DELIVERED");

  private final Shop shop;

  WalkingOrdersIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void anAdministratorWalksAnOrderFromPlacedToDelivered() {
    var id = order();
    for (var status : WAY.subList(1, WAY.size())) {
      accepted(shop.walk(id, status), 200).then().body("status", equalTo(status));
      accepted(shop.service().get("/orders/" + id), 200).then().body("status", equalTo(status));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, PROCESSING",
    "PENDING, SHIPPED",
    "PENDING, DELIVERED",
    "CONFIRMED, PENDING",
    "CONFIRMED, SHIPPED",
    "PROCESSING, CONFIRMED",
    "PROCESSING, DELIVERED",
    "SHIPPED, PROCESSING",
    "SHIPPED, CANCELLED",
    "DELIVERED, SHIPPED",
    "DELIVERED, CANCELLED",
    "CANCELLED, PENDING",
    "CANCELLED, CONFIRMED",
    "CANCELLED, DELIVERED"
  })
  void noStepIsSkippedAndNoneTakenBack(String from, String to) {
    var id = order();
    if (from.equals("CANCELLED")) {
      accepted(shop.walk(id, "CANCELLED"), 200);
    } else {
      for (var status : WAY.subList(1, WAY.indexOf(from) + 1)) {
        accepted(shop.walk(id, status), 200);
      }
    }
    var refusal = assertProblem(shop.walk(id, to), 409, "illegal-transition");
    assertThat(refusal.<String>path("detail")).contains(from).contains(to);
    shop.order(id).then().body("status", equalTo(from));
  }

  @Test
  void confirmingIsPayingByInvoice() {
    var id = order();
    var confirmed = accepted(shop.walk(id, "CONFIRMED"), 200);
    confirmed.then().body("paymentId", notNullValue()).body("paymentStatus", equalTo("AUTHORIZED"));
    accepted(shop.admin().get("/payments/" + confirmed.path("paymentId")), 200)
        .then()
        .body("method.type", equalTo("invoice"))
        .body("orderId", equalTo(id));
  }

  @Test
  void anOrderOnHoldIsNotFulfilledUntilReleased() {
    var id = order();
    accepted(shop.walk(id, "CONFIRMED"), 200);
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("onHold", true)), 200)
        .then()
        .body("onHold", equalTo(true));
    assertProblem(shop.walk(id, "PROCESSING"), 409, "on-hold");
    List<String> allowed = shop.order(id).path("allowedActions");
    assertThat(allowed).contains("release").doesNotContain("fulfil", "hold");
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("onHold", false)), 200)
        .then()
        .body("onHold", equalTo(false));
    accepted(shop.walk(id, "PROCESSING"), 200);
  }

  @Test
  void theFirstAdministratorWhoActsIsInCharge() {
    var id = order();
    shop.order(id).then().body("managedBy", equalTo((Object) null));
    String admin = accepted(shop.walk(id, "CONFIRMED"), 200).path("managedBy");
    assertThat(admin).isNotBlank();
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("managedBy", admin)), 200)
        .then()
        .body("managedBy", equalTo(admin));
  }

  @Test
  void onlyAnAdministratorIsPutInCharge() {
    var id = order();
    for (var nobody : List.of(UUID.randomUUID().toString(), shop.newCustomerWithoutLogin())) {
      assertProblem(
          shop.admin().put("/admin/orders/" + id, Map.of("managedBy", nobody)),
          422,
          "unknown-user");
    }
  }

  @Test
  void notesAreAppendedAndOnlyAdministratorsSeeThem() {
    var ada = shop.newCustomer();
    var id = ada.placesOrder(shop.newProduct("10.00", 9), 1);
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("note", "fragile")), 200);
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("note", "call first")), 200);
    List<Object> notes = shop.order(id).path("notes");
    assertThat(notes).hasSize(2);
    assertThat(notes.toString()).contains("fragile").contains("call first");
    assertThat(accepted(ada.get("/orders/" + id), 200).asString()).doesNotContain("fragile");
    assertInvalid(
        shop.admin().put("/admin/orders/" + id, Map.of("note", "n".repeat(1001))), "/note");
  }

  @Test
  void theAddressMayBeCorrectedByAnAdministrator() {
    var id = order();
    accepted(
            shop.admin()
                .put("/admin/orders/" + id, Map.of("shippingAddress", Shop.address("Ockham Park"))),
            200)
        .then()
        .body("shippingAddress.line1", equalTo("Ockham Park"));
  }

  @Test
  void aTrackingNumberMayComeWithTheHandOver() {
    var id = order();
    accepted(shop.walk(id, "CONFIRMED"), 200);
    accepted(shop.walk(id, "PROCESSING"), 200);
    accepted(
            shop.admin()
                .put(
                    "/admin/orders/" + id,
                    Map.of("status", "SHIPPED", "trackingNumber", "1Z999AA10123456784")),
            200)
        .then()
        .body("status", equalTo("SHIPPED"));
  }

  @Test
  void aTrackingNumberThatWouldBeLostOrBreaksItsLineIsRefused() {
    var id = order();
    accepted(shop.walk(id, "CONFIRMED"), 200);
    accepted(shop.walk(id, "PROCESSING"), 200);
    for (String number : new String[] {"1Z\n", "1Z\r", "\t1Z"}) {
      assertInvalid(
          shop.admin()
              .put("/admin/orders/" + id, Map.of("status", "SHIPPED", "trackingNumber", number)),
          "/trackingNumber");
    }
    assertInvalid(
        shop.admin().put("/admin/orders/" + id, Map.of("trackingNumber", "1Z999AA10123456784")),
        "/trackingNumber");
    shop.order(id).then().body("status", equalTo("PROCESSING"));
  }

  @Test
  void aChangeIsCheckedBeforeAnythingIsDone() {
    var id = order();
    var admin = shop.admin();
    assertInvalid(admin.put("/admin/orders/" + id, Map.of("status", "LOST")), "/status");
    assertInvalid(admin.put("/admin/orders/" + id, Map.of("onHold", "yes")), "/onHold");
    assertInvalid(admin.put("/admin/orders/" + id, Map.of("managedBy", "nope")), "/managedBy");
    assertInvalid(
        admin.put("/admin/orders/" + id, Map.of("status", "CONFIRMED", "colour", "red")),
        "/colour");
    shop.order(id).then().body("status", equalTo("PENDING"));
    assertProblem(
        admin.put("/admin/orders/" + UUID.randomUUID(), Map.of("note", "x")), 404, "not-found");
  }

  @Test
  void aStaleViewChangesNothing() {
    var id = order();
    var stale = etag(shop.order(id));
    accepted(shop.walk(id, "CONFIRMED"), 200);
    assertProblem(
        shop.admin()
            .with("If-Match", stale)
            .put("/admin/orders/" + id, Map.of("status", "SHIPPED")),
        412,
        "stale-version");
    assertProblem(
        shop.newCustomer().put("/admin/orders/" + id, Map.of("status", "CANCELLED")),
        403,
        "forbidden");
  }

  private String order() {
    return shop.placeFor(shop.newCustomerWithoutLogin(), shop.newProduct("10.00", 9), 1).path("id");
  }
}
