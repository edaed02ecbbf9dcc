package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.orders.adapter.rest.Requests.anonymous;
import static org.orders.adapter.rest.Requests.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** How people and applications come in over HTTP. */
@QuarkusTest
class ComingInTest {

  @Test
  void applicationsComeInWithTheirIdAndSecret() {
    RequestSpecification form = given().contentType("application/x-www-form-urlencoded");
    form.auth()
        .preemptive()
        .basic("warehouse", "s3cret")
        .body("grant_type=client_credentials")
        .post("/auth/token")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("access_token", equalTo("service"))
        .body("token_type", equalTo("Bearer"));
    given()
        .contentType("application/x-www-form-urlencoded")
        .auth()
        .preemptive()
        .basic("warehouse", "wrong")
        .body("grant_type=client_credentials")
        .post("/auth/token")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Basic"));
    given()
        .contentType("application/x-www-form-urlencoded")
        .auth()
        .preemptive()
        .basic("warehouse", "s3cret")
        .body("grant_type=password")
        .post("/auth/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("unsupported_grant_type"));
    given().contentType("application/json").body("{}").post("/auth/token").then().statusCode(415);
    given().get("/.well-known/jwks.json").then().statusCode(200).body("keys", hasSize(0));
  }

  @Test
  void passwordsAreNeitherKeptOnTheWayNorTold() {
    anonymous()
        .body("{\"username\": \"ada\", \"password\": \"correct horse\"}")
        .post("/auth/login")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("tokenType", equalTo("Bearer"))
        .body("expiresIn", equalTo(900));
    anonymous()
        .body("{\"username\": \"ada\", \"password\": \"wrong\"}")
        .post("/auth/login")
        .then()
        .statusCode(401)
        .body("type", equalTo("/problems/invalid-credentials"));
    as("admin").post("/auth/logout").then().statusCode(204);
    as("admin")
        .body("{\"currentPassword\": \"a\", \"newPassword\": \"short\"}")
        .put("/auth/password")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/newPassword"));
  }
}
