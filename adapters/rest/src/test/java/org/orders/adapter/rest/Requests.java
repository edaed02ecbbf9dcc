package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests as callers send them. */
final class Requests {

  private Requests() {}

  static final String CUSTOMER =
      """
      {"name": "Ada", "email": "ada@example.org", "phone": "+4930123456",
       "address": {"line1": "1 Main St", "city": "Berlin", "postalCode": "10115", "country": "DE"}}""";

  static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  static RequestSpecification anonymous() {
    return given().contentType("application/json");
  }

  static String newKey() {
    return "a-key-of-somebody-" + UUID.randomUUID();
  }

  static Response product(String price, long inventory) {
    return as("admin")
        .body(
            """
            {"sku": "%s", "name": "Tea", "price": %s, "currency": "EUR", "inventory": %d}"""
                .formatted(UUID.randomUUID(), price, inventory))
        .post("/products");
  }
}
