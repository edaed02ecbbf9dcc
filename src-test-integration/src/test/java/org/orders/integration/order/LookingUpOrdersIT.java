package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class LookingUpOrdersIT {

  private final Shop shop;

  LookingUpOrdersIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void theHistoryTellsFromFirstToLastWhoDidWhat() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 9);
    var id = ada.placesOrder(lamp, 1);
    accepted(ada.put("/orders/" + id, Shop.basket(lamp.times(2))), 200);
    accepted(shop.walk(id, "CONFIRMED"), 200);
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("onHold", true)), 200);
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("onHold", false)), 200);
    accepted(shop.admin().put("/admin/orders/" + id, Map.of("note", "call first")), 200);
    accepted(shop.service().post("/orders/" + id + "/cancel", Map.of("reason", "gone")), 200);

    List<Map<String, Object>> seenByAdmin =
        accepted(shop.admin().get("/orders/" + id + "/history"), 200).path("items");
    assertThat(seenByAdmin)
        .extracting(entry -> entry.get("type"))
        .filteredOn(type -> !type.equals("ASSIGNED"))
        .containsExactly("PLACED", "CHANGED", "STATUS", "HELD", "RELEASED", "NOTE", "STATUS");
    assertThat(seenByAdmin.get(0))
        .extractingByKey("actor")
        .isEqualTo(Map.of("type", "CUSTOMER", "id", ada.id()));
    assertThat(seenByAdmin.get(1)).containsKey("changes");
    assertThat(seenByAdmin.getLast())
        .containsEntry("from", "CONFIRMED")
        .containsEntry("to", "CANCELLED");
    assertThat(((Map<?, ?>) seenByAdmin.getLast().get("actor")).get("type")).isEqualTo("SERVICE");
    assertThat(seenByAdmin)
        .extracting(entry -> entry.get("at").toString())
        .isSorted()
        .allMatch(at -> at.endsWith("Z"));
    var confirmed =
        seenByAdmin.stream().filter(entry -> "CONFIRMED".equals(entry.get("to"))).findFirst().get();
    assertThat(confirmed).containsEntry("from", "PENDING");
    assertThat(((Map<?, ?>) confirmed.get("actor")).get("type")).isEqualTo("ADMIN");

    var seenByOwner = accepted(ada.get("/orders/" + id + "/history"), 200);
    assertThat(seenByOwner.<List<String>>path("items.type")).doesNotContain("NOTE");
    assertThat(seenByOwner.asString()).doesNotContain("call first");
  }

  @Test
  void aCustomersOrdersAreListedNewestFirstAndByStatus() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 9);
    var first = ada.placesOrder(lamp, 1);
    var second = ada.placesOrder(lamp, 1);
    var third = ada.placesOrder(lamp, 1);
    accepted(ada.post("/orders/" + second + "/cancel"), 200);
    for (var caller : List.of(ada, shop.admin(), shop.service())) {
      accepted(caller.get(ada.path() + "/orders"), 200)
          .then()
          .body("items.id", contains(third, second, first));
      accepted(caller.get(ada.path() + "/orders?status=PENDING"), 200)
          .then()
          .body("items.id", contains(third, first));
      accepted(caller.get(ada.path() + "/orders?status=SHIPPED"), 200)
          .then()
          .body("items", emptyIterable());
    }
    assertProblem(ada.get(ada.path() + "/orders?status=LOST"), 400, "validation-failed");
  }

  @Test
  void administratorsAndInternalApplicationsFilterAllOrders() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("10.00", 9);
    var first = ada.placesOrder(lamp, 1);
    var body = Shop.basket(lamp.times(2));
    body.put("reference", "PO " + UUID.randomUUID());
    var second = accepted(ada.post("/orders", body), 201);
    String secondId = second.path("id");
    accepted(ada.post("/orders/" + first + "/cancel"), 200);
    var mine = "/admin/orders?customerId=" + ada.id();
    String placedAt = second.path("placedAt");
    for (var caller : List.of(shop.admin(), shop.service())) {
      accepted(caller.get(mine), 200).then().body("items.id", contains(secondId, first));
      accepted(caller.get(mine + "&status=CANCELLED"), 200)
          .then()
          .body("items.id", contains(first));
      accepted(caller.get(mine + "&from=" + placedAt), 200)
          .then()
          .body("items.id", contains(secondId));
      accepted(caller.get(mine + "&to=" + placedAt), 200).then().body("items.id", contains(first));
      accepted(caller.get("/admin/orders?query=" + second.path("number")), 200)
          .then()
          .body("items.id", contains(secondId));
      accepted(caller.get("/admin/orders?customerId=" + UUID.randomUUID()), 200)
          .then()
          .body("items", emptyIterable());
    }
    accepted(shop.admin().get("/admin/orders?query=" + ada.email()), 200)
        .then()
        .body("items.size()", equalTo(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=LOST",
        "customerId=nope",
        "from=yesterday",
        "to=2026-13-01T00:00:00Z",
        "from=2026-01-01",
        "limit=0",
        "limit=201",
        "limit=ten",
        "cursor=!!",
        "cursor=AAAA"
      })
  void aBrokenFilterIsRefused(String query) {
    assertProblem(shop.admin().get("/admin/orders?" + query), 400, "validation-failed");
  }
}
