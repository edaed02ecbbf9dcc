package org.orders.adapter.rest;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.adapter.rest.Requests.as;
import static org.orders.adapter.rest.Requests.newKey;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Comparing the books of stock over HTTP. */
@QuarkusTest
class ReconciliationTest {

  private static final String RECONCILE = "/admin/inventory/reconcile";

  @Test
  void nothingNeedBeSaid() {
    as("admin")
        .post(RECONCILE)
        .then()
        .statusCode(200)
        .body("drifts", empty())
        .body("driftsTotal", equalTo(0));
    as("admin").body("{}").post(RECONCILE).then().statusCode(200);
  }

  @Test
  void whatIsSaidIsRead() {
    as("admin")
        .body("{\"repair\": true}")
        .post(RECONCILE)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/repair"));
    as("admin").body("{").post(RECONCILE).then().statusCode(400);
  }

  @Test
  void aKeyIsHonoured() {
    String key = newKey();
    as("admin")
        .header("Idempotency-Key", key)
        .post(RECONCILE)
        .then()
        .statusCode(200)
        .header("Idempotent-Replayed", nullValue());
    as("admin")
        .header("Idempotency-Key", key)
        .post(RECONCILE)
        .then()
        .statusCode(200)
        .header("Idempotent-Replayed", equalTo("true"));
    as("admin")
        .header("Idempotency-Key", "")
        .post(RECONCILE)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/header/Idempotency-Key"));
  }
}
