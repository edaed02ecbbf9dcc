package org.orders.integration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class GuestOrdersIT {

  private final Shop shop;

  GuestOrdersIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aGuestOrdersAndGetsAKeyToThatOneOrder() {
    var lamp = shop.newProduct("12.50", 10);
    var body = Shop.guestBasket(lamp.times(2));
    var placed = accepted(shop.anyone().post("/orders", body), 201);
    String id = placed.path("id");
    var guest = shop.bearer(placed.path("accessToken"));
    var read = accepted(guest.get("/orders/" + id), 200);
    read.then().body("id", equalTo(id)).body("accessToken", equalTo((Object) null));
    assertThat(read.header("ETag")).isEqualTo(placed.header("ETag"));
    accepted(guest.get("/orders/" + id + "/history"), 200)
        .then()
        .body("items[0].actor.type", equalTo("GUEST"));
    accepted(guest.get("/orders/" + id + "/actions"), 200);
    accepted(guest.put("/orders/" + id, Shop.basket(lamp.times(3))), 200)
        .then()
        .body("items[0].quantity", equalTo(3));
    accepted(guest.put("/orders/" + id, Map.of("shippingAddress", Shop.address("Elsewhere"))), 200);
    accepted(guest.post("/orders/" + id + "/cancel", Map.of("reason", "changed my mind")), 200)
        .then()
        .body("status", equalTo("CANCELLED"));
    assertThat(shop.inventory(lamp)).isEqualTo(10);
  }

  @Test
  void theKeyOpensNothingElse() {
    var lamp = shop.newProduct("12.50", 10);
    var placed = accepted(shop.anyone().post("/orders", Shop.guestBasket(lamp.times(1))), 201);
    var other = accepted(shop.anyone().post("/orders", Shop.guestBasket(lamp.times(1))), 201);
    var guest = shop.bearer(placed.path("accessToken"));
    String ownCustomer = placed.path("customerId");
    assertProblem(guest.get("/orders/" + other.path("id")), 404, "not-found");
    assertProblem(guest.post("/orders/" + other.path("id") + "/cancel"), 404, "not-found");
    assertProblem(guest.get("/customers/" + ownCustomer), 404, "not-found");
    assertProblem(guest.get("/customers/" + ownCustomer + "/orders"), 404, "not-found");
    assertProblem(guest.patch("/customers/" + ownCustomer, Map.of("name", "x")), 404, "not-found");
    for (var path : List.of("/admin/orders", "/admin/customers", "/admin/inventory")) {
      var answer = guest.get(path);
      assertThat(answer.statusCode()).as(path).isIn(403, 404);
      assertProblem(answer, answer.statusCode());
    }
    assertProblem(shop.anyone().get("/orders/" + placed.path("id")), 401);
    assertProblem(shop.newCustomer().get("/orders/" + placed.path("id")), 404, "not-found");
  }

  @Test
  void aGuestsRecordIsNoAccountAndIsNeverJoinedToOne() {
    var ada = shop.newCustomer();
    var lamp = shop.newProduct("12.50", 10);
    var body = Shop.basket(lamp.times(1));
    body.put("customer", Shop.person(ada.email()));
    var first = accepted(shop.anyone().post("/orders", body), 201);
    var second = accepted(shop.anyone().post("/orders", body), 201);
    first.then().body("customerId", not(equalTo(ada.id())));
    assertThat(first.<String>path("customerId")).isNotEqualTo(second.path("customerId"));
    accepted(shop.admin().get("/customers/" + first.path("customerId")), 200)
        .then()
        .body("kind", equalTo("GUEST"))
        .body("email", equalTo(ada.email()));
    accepted(ada.get(ada.path() + "/orders"), 200).then().body("items.size()", equalTo(0));
    accepted(shop.login(ada.email(), ada.password()), 200);
  }

  @Test
  void aGuestsEmailDoesNotTakeItFromAnAccountToCome() {
    var email = Shop.uniqueEmail();
    var body = Shop.basket(shop.newProduct("1.00", 5).times(1));
    body.put("customer", Shop.person(email));
    accepted(shop.anyone().post("/orders", body), 201);
    assertProblem(shop.login(email, "any-password-at-all"), 401, "invalid-credentials");
    accepted(shop.anyone().post("/customers", Shop.person(email)), 201);
  }

  @Test
  void aGuestSaysWhoTheyAre() {
    var lamp = shop.newProduct("1.00", 5);
    assertInvalid(shop.anyone().post("/orders", Shop.basket(lamp.times(1))), "/customer");
    var body = Shop.basket(lamp.times(1));
    var person = Shop.person("no-address");
    person.put("phone", "no-number");
    body.put("customer", person);
    assertInvalid(shop.anyone().post("/orders", body), "/customer/email", "/customer/phone");
    assertThat(shop.reserved(lamp)).isZero();
  }

  @Test
  void aGuestMayUseTheShortForm() {
    var lamp = shop.newProduct("1.00", 5);
    accepted(
            shop.anyone()
                .post(
                    "/orders",
                    Map.of(
                        "customer", Shop.person(Shop.uniqueEmail()),
                        "productId", lamp.id(),
                        "quantity", 2)),
            201)
        .then()
        .body("quantity", equalTo(2));
  }

  @Test
  void aGuestsKeyIsLongEnoughNotToBeGuessed() {
    var body = Shop.guestBasket(shop.newProduct("1.00", 5).times(1));
    assertProblem(shop.anyone().withKey("short").post("/orders", body), 400, "validation-failed");
    accepted(shop.anyone().withKey(Shop.uniqueKey()).post("/orders", body), 201);
  }

  @Test
  void aRepeatedRequestGivesTheSameKeyAgain() {
    var lamp = shop.newProduct("1.00", 5);
    var guest = shop.anyone().withKey(Shop.uniqueKey());
    var body = Shop.guestBasket(lamp.times(1));
    var first = accepted(guest.post("/orders", body), 201);
    var second = accepted(guest.post("/orders", body), 201);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.asString()).isEqualTo(first.asString());
    accepted(shop.bearer(second.path("accessToken")).get("/orders/" + second.path("id")), 200);
    assertThat(shop.reserved(lamp)).isEqualTo(1);
  }
}
