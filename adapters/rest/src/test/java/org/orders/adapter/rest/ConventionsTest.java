package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** What all features share: keys, tags, preconditions, lists, read-only fields. */
@QuarkusTest
class ConventionsTest {

  @Test
  void aRepeatedRequestIsAnsweredAsBefore() {
    String key = newKey();
    Response first = anonymous().header("Idempotency-Key", key).body(CUSTOMER).post("/customers");
    Response again =
        anonymous()
            .header("Idempotency-Key", '"' + key + '"')
            .body(CUSTOMER.replace(": ", " :\n "))
            .post("/customers");
    first.then().statusCode(201).header("Idempotent-Replayed", nullValue());
    again
        .then()
        .statusCode(201)
        .header("Idempotent-Replayed", "true")
        .header("Location", first.header("Location"))
        .header("ETag", first.header("ETag"));
    assertThat(again.asString()).isEqualTo(first.asString());
  }

  @Test
  void anotherRequestUnderTheKeyIsRefused() {
    String key = newKey();
    anonymous().header("Idempotency-Key", key).body(CUSTOMER).post("/customers");
    anonymous()
        .header("Idempotency-Key", key)
        .body(CUSTOMER.replace("Ada", "Bob"))
        .post("/customers")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void aRequestThatStillRunsIsSaidToBe() {
    anonymous()
        .header("Idempotency-Key", "in-flight-and-long-enough")
        .body(CUSTOMER)
        .post("/customers")
        .then()
        .statusCode(409)
        .header("Retry-After", "1")
        .body("type", equalTo("/problems/idempotency-key-in-flight"));
  }

  @Test
  void aKeyThatIsNoneIsInvalid() {
    for (String key : new String[] {"short", "x".repeat(256), "käse".repeat(10)}) {
      anonymous()
          .header("Idempotency-Key", key)
          .body(CUSTOMER)
          .post("/customers")
          .then()
          .statusCode(400)
          .body("errors.pointer", hasItem("/header/Idempotency-Key"));
    }
  }

  @Test
  void theTagOfAPostIsThatOfTheGetThatFollows() {
    Response created = product("12.5", 3);
    created.then().statusCode(201);
    Response read = given().get(created.header("Location"));
    read.then()
        .statusCode(200)
        .header("ETag", created.header("ETag"))
        .header("Vary", "Authorization");
    assertThat(read.asString()).isEqualTo(created.asString()).contains("\"price\":12.50");
    given()
        .header("If-None-Match", "W/\"other\", " + created.header("ETag"))
        .get(created.header("Location"))
        .then()
        .statusCode(304)
        .header("ETag", created.header("ETag"));
  }

  @Test
  void aStaleVersionIsNotOverwritten() {
    Response created = product("12.50", 3);
    String path = created.header("Location");
    String tag = created.header("ETag");
    as("admin").header("If-Match", tag).body("{\"price\": 13}").put(path).then().statusCode(200);
    as("admin")
        .header("If-Match", tag)
        .body("{\"price\": 14}")
        .put(path)
        .then()
        .statusCode(412)
        .body("type", equalTo("/problems/stale-version"));
    as("admin").header("If-Match", "W/" + tag).body("{}").put(path).then().statusCode(412);
    as("admin").header("If-Match", "nonsense").body("{}").put(path).then().statusCode(400);
    as("admin").header("If-Match", "*").body("{\"price\": 15}").put(path).then().statusCode(200);
    as("admin").header("If-Match", tag).delete(path).then().statusCode(412);
    as("admin").delete(path).then().statusCode(204);
  }

  @Test
  void whatCannotBeChangedMayBeSentBackAsItIs() {
    Response created = product("12.50", 3);
    String path = created.header("Location");
    as("admin")
        .body(created.asString().replace("12.50", "12.500").replace("Tea", "Coffee"))
        .put(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("Coffee"));
    as("admin")
        .body("{\"sku\": \"another\", \"reserved\": 0}")
        .put(path)
        .then()
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("/sku"));
  }

  @Test
  void aPriceWithMoreDecimalsThanItsCurrencyIsInvalid() {
    for (String price : new String[] {"1.005", "1e-3", "1e400000", "1e-999999999", "-1", "1e10"}) {
      product(price, 0).then().statusCode(400).body("errors.pointer", hasItem("/price"));
    }
    product("0E+5", 0).then().statusCode(201);
  }

  @Test
  void aPatchChangesWhatItNames() {
    String path = anonymous().body(CUSTOMER).post("/customers").header("Location");
    RequestSpecification patch =
        given().header("Authorization", "Bearer admin").contentType("application/merge-patch+json");
    patch
        .body("{\"name\": \"Bob\", \"address\": {\"line2\": \"c/o Ada\", \"city\": \"Bonn\"}}")
        .patch(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("Bob"))
        .body("address.line1", equalTo("1 Main St"))
        .body("address.line2", equalTo("c/o Ada"))
        .body("address.city", equalTo("Bonn"));
    patch
        .body("{\"address\": {\"line2\": null}}")
        .patch(path)
        .then()
        .statusCode(200)
        .body("address.line2", nullValue());
    patch
        .body("{\"name\": null, \"address\": {\"country\": \"XX\"}, \"nick\": \"B\"}")
        .patch(path)
        .then()
        .statusCode(400);
    patch
        .body("{\"name\": null, \"address\": {\"city\": null}}")
        .patch(path)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/name"))
        .body("errors.pointer", hasItem("/address/city"));
  }

  @Test
  void valuesThatBreakTheirRulesAreNamedWhereTheyStand() {
    anonymous()
        .body(
            CUSTOMER
                .replace("+4930123456", "030 123")
                .replace("ada@example.org", "ada")
                .replace("\"DE\"", "\"XX\""))
        .post("/customers")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/phone"))
        .body("errors.pointer", hasItem("/email"))
        .body("errors.pointer", hasItem("/address/country"));
    anonymous()
        .body(CUSTOMER.replace("Ada", "A\\u0000"))
        .post("/customers")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/name"));
    anonymous()
        .body(CUSTOMER.replace("{\"name\"", "{\"name\": \"B\", \"name\""))
        .post("/customers")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/name"));
  }

  @Test
  void aListIsReadPageByPage() {
    product("1", 0);
    product("1", 0);
    Response first =
        given().urlEncodingEnabled(false).get("/products?limit=1&query=e%20a&colour=red");
    first
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .header("Link", containsString("rel=\"next\""))
        .header("Link", containsString("query=e+a"));
    String cursor = first.path("nextCursor");
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    given()
        .urlEncodingEnabled(false)
        .get("/products?limit=1&query=e%20a&cursor=" + cursor)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    for (String query :
        new String[] {
          "cursor=" + cursor,
          "query=x&cursor=" + cursor,
          "cursor=abc",
          "limit=0",
          "limit=201",
          "limit=x",
          "limit=1&limit=2",
          "count=maybe",
          "query=%00"
        }) {
      given().urlEncodingEnabled(false).get("/products?" + query).then().statusCode(400);
    }
    given().get("/products?limit=200&count=true").then().body("total", notNullValue());
  }
}
