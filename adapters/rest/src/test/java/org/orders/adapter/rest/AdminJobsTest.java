package org.orders.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.orders.adapter.rest.Requests.as;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;

/** Jobs over HTTP. */
@QuarkusTest
class AdminJobsTest {

  private static final String SOME_JOB = "/admin/jobs/" + Samples.id(900);

  @Test
  void administratorsListJobsByStateAndType() {
    as("admin")
        .get("/admin/jobs?state=DEAD&type=capture-payment&limit=10")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("nextCursor", nullValue());
  }

  @Test
  void nobodyElseSeesOrRetriesThem() {
    String customer = "customer:" + Samples.id(500);
    as(customer).get("/admin/jobs").then().statusCode(403);
    as(customer).post(SOME_JOB + "/retry").then().statusCode(403);
    given().get("/admin/jobs").then().statusCode(401);
  }

  @Test
  void aStateOrTypeThatCannotBeIsRefused() {
    as("admin")
        .get("/admin/jobs?state=GONE")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/query/state"));
    as("admin")
        .get("/admin/jobs?type=No%20Type")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/query/type"));
  }

  @Test
  void aJobThatIsNoMoreIsNotFound() {
    as("admin").get(SOME_JOB).then().statusCode(404);
    as("admin").get("/admin/jobs/not-an-id").then().statusCode(404);
  }

  @Test
  void onlyWhatWasGivenUpCanBeRetriedAndThePageOfTheProblemSaysWhy() {
    as("admin")
        .post(SOME_JOB + "/retry")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/job-not-dead"))
        .body("state", equalTo("READY"));
    given().get("/problems/job-not-dead").then().statusCode(200).body(containsString("given up"));
    given().get("/problems/job-already-waiting").then().statusCode(200);
  }
}
