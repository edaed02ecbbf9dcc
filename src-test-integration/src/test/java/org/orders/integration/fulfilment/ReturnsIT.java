package org.orders.integration.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;
import static org.orders.integration.harness.Answers.etag;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Mailbox;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Product;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;
import org.orders.integration.harness.StockBooks;
import org.orders.integration.payment.Cards;

@ShopTest
class ReturnsIT {

  private final Shop shop;
  private final Parcels parcels;
  private final Mailbox mailbox = new Mailbox();

  ReturnsIT(Shop shop) {
    this.shop = shop;
    this.parcels = new Parcels(shop);
  }

  @Test
  void whatComesBackIsInStockAgainAndPaidBackOnce() {
    SignedInCustomer ada = shop.newCustomer();
    Product lamp = shop.newProduct("10.00", 9);
    String order = ada.placesOrder(lamp, 3);
    String payment =
        accepted(
                ada.with("Prefer", "wait=30")
                    .post("/payments", Map.of("orderId", order, "method", Cards.card(Cards.GOOD))),
                201)
            .path("id");
    deliver(order);

    var requested = accepted(request(ada, order, 2), 201);
    String id = requested.path("id");
    requested
        .then()
        .header("Location", "/returns/" + id)
        .body("status", equalTo("REQUESTED"))
        .body("refundAmount", amount("20.00"));
    var read = accepted(ada.get("/returns/" + id), 200);
    assertThat(etag(read)).isEqualTo(etag(requested));
    assertProblem(shop.newCustomer().get("/returns/" + id), 404, "not-found");
    assertProblem(shop.service().get("/returns/" + id), 403, "forbidden");
    assertProblem(decide(id, "RECEIVED"), 409, "illegal-transition");
    accepted(decide(id, "APPROVED"), 200);
    assertProblem(
        shop.admin()
            .with("If-Match", etag(read))
            .put("/returns/" + id, Map.of("status", "RECEIVED")),
        412,
        "stale-version");
    accepted(decide(id, "RECEIVED"), 200).then().body("refundAmount", amount("20.00"));
    accepted(decide(id, "RECEIVED"), 200);
    assertProblem(decide(id, "REJECTED"), 409, "illegal-transition");
    mailbox.await(ada.email(), "a return for order");
    mailbox.await(ada.email(), "is approved");
    assertThat(mailbox.await(ada.email(), " arrived").text()).contains("20.00 EUR");

    assertThat(shop.inventory(lamp)).isEqualTo(8);
    Patience.await(
        "the refund",
        Parcels.SOON,
        () ->
            accepted(ada.get("/payments/" + payment), 200)
                .<String>path("status")
                .equals("PARTIALLY_REFUNDED"));
    accepted(ada.get("/payments/" + payment), 200).then().body("refundedAmount", amount("20.00"));
    shop.order(order).then().body("status", equalTo("DELIVERED"));
    var movement =
        accepted(shop.admin().get("/admin/inventory/" + lamp.id() + "/movements?limit=1"), 200);
    movement
        .then()
        .body("items[0].reason", equalTo("return received"))
        .body("items[0].quantity", equalTo(2))
        .body("items[0].orderId", equalTo(order));
    assertThat(
            accepted(shop.admin().get("/admin/returns?orderId=" + order + "&status=RECEIVED"), 200)
                .<List<String>>path("items.id"))
        .containsExactly(id);
  }

  @Test
  void noMoreComesBackThanArrivedHoweverManyAsk() {
    SignedInCustomer ada = shop.newCustomer();
    String order = parcels.pay(ada.placesOrder(shop.newProduct("10.00", 9), 3));
    assertProblem(request(ada, order, 1), 409, "return-exceeds-delivery");
    deliver(order);
    assertThat(shop.order(order).<List<String>>path("allowedActions")).contains("return");
    String item = parcels.line(order, 0);
    var wish =
        Map.of("items", List.of(Map.of("itemId", item, "quantity", 1)), "reason", "too bright");
    var answers = Rush.of(12, number -> ada.quickly("POST", "/orders/" + order + "/returns", wish));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(9);
    assertThat(shop.order(order).<List<String>>path("allowedActions")).doesNotContain("return");
  }

  @Test
  void aGuestSendsSomethingBack() {
    Product lamp = shop.newProduct("10.00", 9);
    var placed = accepted(shop.anyone().post("/orders", Shop.guestBasket(lamp.times(1))), 201);
    String order = placed.path("id");
    parcels.pay(order);
    deliver(order);
    var guest = shop.bearer(placed.path("accessToken"));
    String id = accepted(request(guest, order, 1), 201).path("id");
    accepted(guest.get("/returns/" + id), 200);
    accepted(decide(id, "REJECTED"), 200);
    assertThat(shop.inventory(lamp)).isEqualTo(8);
    accepted(request(guest, order, 1), 201);
  }

  @Test
  void aWishIsCheckedBeforeAnythingIsDone() {
    SignedInCustomer ada = shop.newCustomer();
    String order = parcels.pay(ada.placesOrder(shop.newProduct("10.00", 9), 1));
    deliver(order);
    String path = "/orders/" + order + "/returns";
    assertInvalid(ada.post(path, Map.of()), "/items", "/reason");
    assertInvalid(ada.post(path, Map.of("items", List.of(), "reason", "x")), "/items");
    var strange = List.of(Map.of("itemId", UUID.randomUUID().toString(), "quantity", 1));
    assertProblem(ada.post(path, Map.of("items", strange, "reason", "x")), 422, "unknown-item");
    assertProblem(request(shop.newCustomer(), order, 1), 404, "not-found");
    assertProblem(ada.put("/returns/" + UUID.randomUUID(), Map.of()), 403, "forbidden");
    assertProblem(decide(UUID.randomUUID().toString(), "APPROVED"), 404, "not-found");
    assertInvalid(decide(UUID.randomUUID().toString(), "LOST"), "/status");
  }

  private void deliver(String order) {
    for (String status : List.of("PROCESSING", "SHIPPED", "DELIVERED")) {
      accepted(shop.walk(order, status), 200);
    }
  }

  private Response request(Caller caller, String order, int quantity) {
    return caller.post(
        "/orders/" + order + "/returns",
        Map.of(
            "items",
            List.of(Map.of("itemId", parcels.line(order, 0), "quantity", quantity)),
            "reason",
            "too bright"));
  }

  private Response decide(String id, String status) {
    return shop.admin().put("/returns/" + id, Map.of("status", status));
  }

  @AfterEach
  void theBooksAgree() {
    new StockBooks(shop).agree();
  }
}
