package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.orders.adapter.rest.Requests.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of products that are taken in. */
@QuarkusTest
class FilesInTest {

  private static final String IMPORT = "/admin/inventory/import";
  private static final String LAMP = "sku,name,price,currency\nL,Lamp,1,EUR\n";

  private static RequestSpecification file(String text) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .header("Authorization", "Bearer admin")
        .header("Content-Type", "text/csv")
        .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void theCallerMayNameTheImport() {
    UUID id = UUID.randomUUID();
    file(LAMP)
        .post(IMPORT + "?import=" + id)
        .then()
        .statusCode(200)
        .header("Location", endsWith("/admin/inventory/imports/" + id));
    file(LAMP)
        .post(IMPORT + "?import=mine")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/query/import"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity, gzip", "br"})
  void whatIsPackedIsNotUnderstood(String encoding) {
    file(LAMP)
        .header("Content-Encoding", encoding)
        .post(IMPORT)
        .then()
        .statusCode(415)
        .header("Accept-Encoding", "identity")
        .body("type", equalTo("/problems/unsupported-media-type"));
    as("admin")
        .header("Content-Encoding", encoding)
        .body("{}")
        .post("/products")
        .then()
        .statusCode(415)
        .header("Accept-Encoding", "identity");
    file(LAMP).header("Content-Encoding", "Identity").post(IMPORT).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "holder 4242 4242 4242 4242",
        "a column that goes on and on, 4242424242424242"
      })
  void aCardNumberInPlaceOfAColumnIsNotSaidAgain(String column) {
    file("sku,name,price,currency,\"" + column + "\"\n")
        .post(IMPORT)
        .then()
        .statusCode(400)
        .body(not(containsString("4242")))
        .body("errors[0].detail", containsString("is none of"));
  }
}
