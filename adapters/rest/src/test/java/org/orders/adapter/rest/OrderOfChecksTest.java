package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;

/** In which order a request is looked at, and what it hears at each step. */
@QuarkusTest
class OrderOfChecksTest {

  private static final String PROBLEM = "application/problem+json";

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static String somebody() {
    return "customer:" + Samples.id(500);
  }

  @Test
  void anUnknownPathIsNotFoundForAnyone() {
    as("forged")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/not-found"))
        .body("instance", equalTo("/nowhere"))
        .header("X-Request-Id", notNullValue());
    given().get("/orders/a/b/c/d").then().statusCode(404).contentType(PROBLEM);
    given().get("/q/nowhere").then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  void anUnknownMethodIsNotAllowedForAnyone() {
    as("forged")
        .delete("/orders")
        .then()
        .statusCode(405)
        .contentType(PROBLEM)
        .header("Allow", containsString("POST"));
    given().patch("/products/1").then().statusCode(405).header("Allow", containsString("PUT"));
  }

  @Test
  void aMissingTokenIsChallenged() {
    given()
        .get("/admin/orders")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/unauthorized"))
        .header("WWW-Authenticate", equalTo("Bearer realm=\"orders\""));
  }

  @Test
  void aBadTokenIsRefusedOnPublicCallsToo() {
    as("forged")
        .get("/products")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
  }

  @Test
  void theSchemeIsReadWithoutCase() {
    given().header("Authorization", "bEARER admin").get("/admin/orders").then().statusCode(200);
  }

  @Test
  void theRoleIsCheckedBeforeTheBodyIsRead() {
    as(somebody())
        .contentType("text/plain")
        .body("{ broken")
        .post("/products")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/forbidden"));
    given().contentType("text/plain").body("{").post("/products").then().statusCode(401);
  }

  @Test
  void aGuestsTokenOpensNothingElse() {
    as("guest:" + Samples.id(1)).get("/admin/orders").then().statusCode(404);
    as("guest:" + Samples.id(1)).get("/orders/" + Samples.id(2)).then().statusCode(404);
  }

  @Test
  void aBodyOfAnotherMediaTypeIsNotUnderstood() {
    as("admin")
        .contentType("text/plain")
        .body("{}")
        .post("/products")
        .then()
        .statusCode(415)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/unsupported-media-type"));
  }

  @Test
  void anAnswerThatIsNotWantedIsNotGiven() {
    as("admin")
        .accept("text/csv")
        .get("/admin/customers")
        .then()
        .statusCode(406)
        .contentType(PROBLEM);
    given().accept("text/csv").get("/admin/customers").then().statusCode(401);
    given().accept("text/html, application/*;q=0.5").get("/products").then().statusCode(200);
  }

  @Test
  void aLargeBodyIsRefusedAfterTheRole() {
    String large = "{\"sku\":\"" + "x".repeat(1_000_001) + "\"}";
    as("admin")
        .contentType("application/json")
        .body(large)
        .post("/products")
        .then()
        .statusCode(413)
        .body("type", equalTo("/problems/body-too-large"));
    given().contentType("application/json").body(large).post("/products").then().statusCode(401);
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    as("admin")
        .contentType("application/json")
        .body(
            """
            {"sku": 5, "price": "12.50", "currency": "XXX", "colour": "red", "inventory": 1.5}""")
        .post("/products")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/validation-failed"))
        .body("errors.pointer", hasItem("/sku"))
        .body("errors.pointer", hasItem("/name"))
        .body("errors.pointer", hasItem("/price"))
        .body("errors.pointer", hasItem("/colour"))
        .body("errors.pointer", hasItem("/inventory"))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void malformedJsonIsNamedAsAWhole() {
    for (String body :
        new String[] {"{", "{} x", "[".repeat(5_000), "", "nul", "[]", "{\"a\":01}"}) {
      as("admin")
          .contentType("application/json")
          .body(body)
          .post("/products")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo(""));
    }
  }

  @Test
  void anIdThatIsNoneIsNotFoundInAPath() {
    as("admin").get("/orders/not-an-id").then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  void nothingInternalGetsOut() {
    as("admin")
        .get("/admin/orders?query=fault")
        .then()
        .statusCode(500)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/internal-error"))
        .body(not(containsString("topsecret")))
        .body("instance", equalTo("/admin/orders"));
  }

  @Test
  void theTraceOfTheCallerIsFollowed() {
    given()
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .header("X-Request-Id", "my-request.1")
        .get("/nowhere")
        .then()
        .header("X-Request-Id", "my-request.1")
        .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"));
    given()
        .header("X-Request-Id", "not sane")
        .get("/products")
        .then()
        .header("X-Request-Id", not(equalTo("not sane")));
  }

  @Test
  void aProblemsTypeLeadsToItsPage() {
    given()
        .get("/problems/insufficient-stock")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("shortages"));
    given().get("/problems").then().statusCode(200).body(containsString("/problems/conflict"));
    given().get("/problems/none").then().statusCode(404).contentType(PROBLEM);
  }
}
