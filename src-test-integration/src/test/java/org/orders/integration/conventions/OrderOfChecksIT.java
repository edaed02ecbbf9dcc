package org.orders.integration.conventions;

import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** A request with several faults is refused for the first of them, in the contract's order. */
@ShopTest
class OrderOfChecksIT {

  private static final String BROKEN = "{\"broken";

  private final Shop shop;

  OrderOfChecksIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void thePathComesBeforeTheToken() {
    assertProblem(shop.bearer("nonsense").get("/nowhere"), 404, "not-found");
    assertProblem(shop.anyone().post("/nowhere", BROKEN), 404, "not-found");
  }

  @Test
  void theMethodComesBeforeTheToken() {
    assertProblem(shop.bearer("nonsense").delete("/orders"), 405, "method-not-allowed");
    assertProblem(shop.anyone().delete("/admin/orders"), 405, "method-not-allowed");
  }

  @Test
  void theTokenComesBeforeTheBody() {
    assertProblem(shop.anyone().post("/products", BROKEN), 401);
    assertProblem(shop.bearer("nonsense").post("/orders", BROKEN), 401);
    assertProblem(shop.anyone().with("Content-Type", "text/plain").post("/products", BROKEN), 401);
  }

  @Test
  void theRoleComesBeforeTheBody() {
    var ada = shop.newCustomer();
    assertProblem(ada.post("/products", BROKEN), 403, "forbidden");
    assertProblem(ada.with("Content-Type", "text/plain").post("/products", "x"), 403, "forbidden");
    assertProblem(ada.put("/products/not-an-id", BROKEN), 403, "forbidden");
    assertProblem(ada.put("/admin/orders/not-an-id", BROKEN), 403, "forbidden");
    assertProblem(
        ada.with("Idempotency-Key", "k".repeat(300)).post("/products", BROKEN), 403, "forbidden");
  }

  @Test
  void theMediaTypeComesBeforeTheContent() {
    assertProblem(
        shop.admin().with("Content-Type", "text/plain").post("/products", BROKEN),
        415,
        "unsupported-media-type");
  }

  @Test
  void theContentComesBeforeTheOwner() {
    var order = shop.newCustomer().placesOrder(shop.newProduct("1.00", 5), 1);
    var bob = shop.newCustomer();
    assertInvalid(bob.put("/orders/" + order, Map.of("colour", "red")), "/colour");
    assertInvalid(bob.post("/orders/" + order + "/cancel", Map.of("reason", 5)), "/reason");
    assertInvalid(
        shop.admin().put("/admin/orders/" + UUID.randomUUID(), Map.of("onHold", "x")), "/onHold");
  }

  @Test
  void theOwnerComesBeforeTheKey() {
    var lamp = shop.newProduct("1.00", 5);
    var order = shop.newCustomer().placesOrder(lamp, 1);
    var bob = shop.newCustomer().withKey(Shop.uniqueKey());
    accepted(bob.post("/orders", Shop.basket(lamp.times(1))), 201);
    assertProblem(bob.post("/orders/" + order + "/cancel"), 404, "not-found");
  }

  @Test
  void theKeyComesBeforeTheVersion() {
    var lamp = shop.newProduct("1.00", 5);
    var admin = shop.admin().withKey(Shop.uniqueKey());
    accepted(admin.put("/products/" + lamp.id(), Map.of("name", "a")), 200);
    assertProblem(
        admin.with("If-Match", "\"stale\"").put("/products/" + lamp.id(), Map.of("name", "b")),
        422,
        "idempotency-key-reused");
  }

  @Test
  void theOwnerComesBeforeTheVersionAndTheVersionBeforeTheRules() {
    var lamp = shop.newProduct("1.00", 5);
    var ada = shop.newCustomer();
    var order = ada.placesOrder(lamp, 1);
    var tooMany = Shop.basket(lamp.times(50));
    assertProblem(
        shop.newCustomer().with("If-Match", "\"stale\"").put("/orders/" + order, tooMany),
        404,
        "not-found");
    assertProblem(
        ada.with("If-Match", "\"stale\"").put("/orders/" + order, tooMany), 412, "stale-version");
    assertProblem(ada.put("/orders/" + order, tooMany), 409, "insufficient-stock");
  }
}
