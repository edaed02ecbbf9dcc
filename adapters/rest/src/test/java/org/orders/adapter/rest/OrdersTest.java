package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.adapter.rest.Requests.CUSTOMER;
import static org.orders.adapter.rest.Requests.anonymous;
import static org.orders.adapter.rest.Requests.as;
import static org.orders.adapter.rest.Requests.newKey;
import static org.orders.adapter.rest.Requests.product;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;

/** How orders are placed, given up and paid over HTTP. */
@QuarkusTest
class OrdersTest {

  @Test
  void aGuestGetsATokenForTheirOrderAndHasItAgainOnReplay() {
    String id = product("2.50", 10).path("id");
    String order =
        """
        {"items": [{"productId": "%s", "quantity": 2}, {"productId": "%s", "quantity": 1}],
         "customer": %s}"""
            .formatted(id, id, CUSTOMER);
    String key = newKey();
    Response placed = anonymous().header("Idempotency-Key", key).body(order).post("/orders");
    placed
        .then()
        .statusCode(201)
        .body("quantity", equalTo(3))
        .body("productId", equalTo(id))
        .body("accessToken", notNullValue())
        .body("allowedActions", hasItem("cancel"));
    Response again = anonymous().header("Idempotency-Key", key).body(order).post("/orders");
    assertThat(again.asString()).isEqualTo(placed.asString());
    Response read = as(placed.path("accessToken")).get(placed.header("Location"));
    read.then()
        .statusCode(200)
        .header("ETag", placed.header("ETag"))
        .body("accessToken", nullValue());
  }

  @Test
  void whoBuysDependsOnWhoAsks() {
    String id = product("2.50", 10).path("id");
    String line = "\"productId\": \"%s\", \"quantity\": 1".formatted(id);
    anonymous()
        .body("{" + line + "}")
        .post("/orders")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/customer"));
    as("admin")
        .body("{" + line + "}")
        .post("/orders")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/customerId"));
    as("customer:" + Samples.id(500))
        .body("{" + line + "}")
        .post("/orders")
        .then()
        .statusCode(201)
        .body("customerId", equalTo(Samples.id(500).toString()))
        .body("accessToken", nullValue())
        .body("onHold", nullValue());
    as("admin")
        .body("{" + line + ", \"items\": [], \"customerId\": \"" + Samples.id(500) + "\"}")
        .post("/orders")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items"));
    as("service")
        .body("{\"items\": [{\"productId\": \"x\", \"quantity\": 0}]}")
        .post("/orders")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/items/0/productId"))
        .body("errors.pointer", hasItem("/items/0/quantity"));
  }

  @Test
  void shortagesAreListed() {
    String id = product("2.50", 1).path("id");
    as("customer:" + Samples.id(500))
        .body("{\"productId\": \"%s\", \"quantity\": 5}".formatted(id))
        .post("/orders")
        .then()
        .statusCode(409)
        .body("shortages", hasSize(1))
        .body("shortages[0].productId", equalTo(id))
        .body("shortages[0].requested", equalTo(5))
        .body("shortages[0].available", equalTo(1));
  }

  @Test
  void anOrderIsCancelledWithoutABody() {
    String id = product("2.50", 10).path("id");
    String path =
        as("customer:" + Samples.id(500))
            .body("{\"productId\": \"%s\", \"quantity\": 1}".formatted(id))
            .post("/orders")
            .header("Location");
    given()
        .header("Authorization", "Bearer admin")
        .post(path + "/cancel")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"));
    as("admin").body("{\"reason\": \"again\"}").post(path + "/cancel").then().statusCode(200);
    as("admin")
        .body("{\"reason\": \"" + "😀".repeat(1_000) + "\"}")
        .post(path + "/cancel")
        .then()
        .statusCode(200);
    as("admin")
        .body("{\"reason\": \"" + "😀".repeat(1_001) + "\"}")
        .post(path + "/cancel")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/reason"));
    as("admin").get(path + "/actions").then().statusCode(200).body("action", hasItem("refund"));
    as("admin")
        .get(path + "/history?limit=1&count=true")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].type", equalTo("PLACED"))
        .body("total", equalTo(2))
        .body("nextCursor", notNullValue());
  }

  @Test
  void aCardIsCheckedAndNeverShown() {
    String card =
        """
        {"orderId": "%s", "method": {"type": "card", "number": "%s", "expiryMonth": 12,
         "expiryYear": %d, "cvc": "123", "holder": "Ada"}}""";
    as("admin")
        .body(card.formatted(Samples.id(1), "4242424242424242", 2030))
        .post("/payments")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/payment-method-unavailable"));
    as("admin")
        .body(card.formatted(Samples.id(1), "4242424242424241", 2020))
        .post("/payments")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/method/number"))
        .body("errors.pointer", hasItem("/method/expiryYear"));
  }
}
