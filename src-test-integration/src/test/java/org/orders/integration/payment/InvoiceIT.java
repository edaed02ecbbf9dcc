package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.amount;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class InvoiceIT {

  private static final Map<String, Object> INVOICE = Map.of("type", "invoice");

  private final Shop shop;

  InvoiceIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void anInvoiceConfirmsTheOrderAtOnce() {
    var ada = shop.newCustomer();
    var order = ada.placesOrder(shop.newProduct("12.50", 9), 2);
    var paid = accepted(pay(shop.service(), order), 201);
    paid.then()
        .body("orderId", equalTo(order))
        .body("amount", amount("25.00"))
        .body("currency", equalTo("EUR"))
        .body("method.type", equalTo("invoice"))
        .body("status", equalTo("AUTHORIZED"))
        .body("refundedAmount", amount("0"))
        .header("Location", endsWith("/payments/" + paid.path("id")));
    for (var caller : List.of(ada, shop.admin(), shop.service())) {
      accepted(caller.get("/orders/" + order), 200)
          .then()
          .body("status", equalTo("CONFIRMED"))
          .body("paymentId", equalTo(paid.path("id")))
          .body("paymentStatus", equalTo("AUTHORIZED"));
      var read = accepted(caller.get("/payments/" + paid.path("id")), 200);
      assertThat(read.<Map<String, Object>>path("$"))
          .isEqualTo(paid.<Map<String, Object>>path("$"));
    }
  }

  @Test
  void onlyInternalApplicationsAndAdministratorsPayByInvoice() {
    var ada = shop.newCustomer();
    var order = ada.placesOrder(shop.newProduct("12.50", 9), 2);
    assertProblem(pay(ada, order), 403, "forbidden");
    assertProblem(pay(shop.anyone(), order), 401);
    accepted(pay(shop.admin(), order), 201);
  }

  @Test
  void anOrderIsPaidOnce() {
    var order = order();
    accepted(pay(shop.service(), order), 201);
    assertProblem(pay(shop.service(), order), 409, "already-paid");
    assertProblem(pay(shop.admin(), order), 409, "already-paid");
  }

  @Test
  void ofManyWhoPayAtOnceOneDoes() {
    var order = order();
    var answers =
        Rush.of(
            20,
            i ->
                shop.service()
                    .quickly("POST", "/payments", Map.of("orderId", order, "method", INVOICE)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> assertThat(answer.problem()).isIn("already-paid", "conflict"));
  }

  @Test
  void aCancelledOrderIsNotPaid() {
    var order = order();
    accepted(shop.service().post("/orders/" + order + "/cancel"), 200);
    assertProblem(pay(shop.service(), order), 409, "illegal-transition");
  }

  @Test
  void anUnknownOrderIsNotFound() {
    assertProblem(pay(shop.service(), UUID.randomUUID().toString()), 404, "not-found");
  }

  @Test
  void theBodyIsChecked() {
    var order = order();
    assertInvalid(
        shop.service().post("/payments", Map.of("orderId", "nope", "method", INVOICE)), "/orderId");
    assertInvalid(shop.service().post("/payments", Map.of("orderId", order)), "/method");
    assertInvalid(
        shop.service()
            .post("/payments", Map.of("orderId", order, "method", Map.of("type", "pebbles"))),
        "/method/type");
  }

  @Test
  void bookingCapturesAnInvoiceAndTwiceIsTheSame() {
    var order = order();
    String payment = accepted(pay(shop.service(), order), 201).path("id");
    var first = accepted(shop.admin().post("/admin/payments/" + payment + "/capture"), 200);
    first.then().body("status", equalTo("CAPTURED"));
    var second = accepted(shop.admin().post("/admin/payments/" + payment + "/capture"), 200);
    assertThat(second.<Map<String, Object>>path("$"))
        .isEqualTo(first.<Map<String, Object>>path("$"));
    shop.order(order).then().body("paymentStatus", equalTo("CAPTURED"));
    assertProblem(shop.service().post("/admin/payments/" + payment + "/capture"), 403, "forbidden");
    assertProblem(
        shop.admin().post("/admin/payments/" + UUID.randomUUID() + "/capture"), 404, "not-found");
  }

  @Test
  void cancellingAnUnbookedInvoiceOrderVoidsIt() {
    var order = order();
    String payment = accepted(pay(shop.service(), order), 201).path("id");
    accepted(shop.service().post("/orders/" + order + "/cancel"), 200)
        .then()
        .body("paymentStatus", equalTo("VOIDED"));
    accepted(shop.admin().get("/payments/" + payment), 200)
        .then()
        .body("status", equalTo("VOIDED"));
    var late = shop.admin().post("/admin/payments/" + payment + "/capture");
    assertThat(late.statusCode()).as(late.asString()).isEqualTo(409);
  }

  @Test
  void aBookedInvoiceOfACancelledOrderStaysBookedUntilItIsRepaid() {
    var order = order();
    String payment = accepted(pay(shop.service(), order), 201).path("id");
    accepted(shop.admin().post("/admin/payments/" + payment + "/capture"), 200);
    accepted(shop.service().post("/orders/" + order + "/cancel"), 200)
        .then()
        .body("status", equalTo("CANCELLED"))
        .body("paymentStatus", equalTo("CAPTURED"));
  }

  @Test
  void somebodyElsesPaymentIsNotThere() {
    var ada = shop.newCustomer();
    var order = ada.placesOrder(shop.newProduct("12.50", 9), 2);
    String payment = accepted(pay(shop.service(), order), 201).path("id");
    assertProblem(shop.newCustomer().get("/payments/" + payment), 404, "not-found");
    assertProblem(shop.anyone().get("/payments/" + payment), 401);
    assertProblem(shop.admin().get("/payments/not-an-id"), 404, "not-found");
  }

  @Test
  void theGuestOfAnOrderSeesItsPayment() {
    var placed =
        accepted(
            shop.anyone().post("/orders", Shop.guestBasket(shop.newProduct("12.50", 9).times(1))),
            201);
    String payment = accepted(pay(shop.service(), placed.path("id")), 201).path("id");
    var guest = shop.bearer(placed.path("accessToken"));
    accepted(guest.get("/payments/" + payment), 200);
    assertProblem(pay(guest, placed.path("id")), 403, "forbidden");
  }

  @Test
  void paymentsAreListedByOrderAndStatus() {
    var order = order();
    String payment = accepted(pay(shop.service(), order), 201).path("id");
    for (var caller : List.of(shop.admin(), shop.service())) {
      accepted(caller.get("/admin/payments?orderId=" + order), 200)
          .then()
          .body("items.id", contains(payment));
      accepted(caller.get("/admin/payments?status=VOIDED&orderId=" + order), 200)
          .then()
          .body("items.size()", equalTo(0));
    }
    assertProblem(shop.admin().get("/admin/payments?status=LOST"), 400, "validation-failed");
  }

  private String order() {
    return shop.placeFor(shop.newCustomerWithoutLogin(), shop.newProduct("12.50", 9), 2).path("id");
  }

  private static Response pay(Caller caller, String order) {
    return caller.post("/payments", Map.of("orderId", order, "method", INVOICE));
  }
}
