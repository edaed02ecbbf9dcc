package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;

@QuarkusTest
class LabelTest {

  private static final String LABEL = "/orders/" + Samples.id(1) + "/label";

  @Test
  void aLabelIsADocumentAndNothingElse() {
    for (String accept : new String[] {"*/*", "application/pdf", "application/pdf, text/html"}) {
      as("service:warehouse")
          .header("Accept", accept)
          .get(LABEL)
          .then()
          .statusCode(200)
          .contentType("application/pdf")
          .header("Cache-Control", equalTo("private, no-store"))
          .body(startsWith("%PDF-"));
    }
    as("service:warehouse")
        .header("Accept", "application/json")
        .get(LABEL)
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }

  @Test
  void labelsAreForStaff() {
    as("customer:" + Samples.id(500)).get(LABEL).then().statusCode(403);
    given().get(LABEL).then().statusCode(401);
  }

  @Test
  void whatHasNotLeftIsNotFoundAndSaysSo() {
    as("service:warehouse")
        .get("/orders/" + Samples.id(1) + "/tracking")
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/not-shipped"));
  }

  @Test
  void theOrdersOwnPathsAreStillThere() {
    as("service:warehouse").get("/orders/" + Samples.id(1)).then().statusCode(404);
    as("service:warehouse")
        .contentType("application/json")
        .body("{}")
        .put("/orders/" + Samples.id(1) + "/fulfillment")
        .then()
        .statusCode(404);
    as("service:warehouse")
        .get("/orders/" + Samples.id(1) + "/history")
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
