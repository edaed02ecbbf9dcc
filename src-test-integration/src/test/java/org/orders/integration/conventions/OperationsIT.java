package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orders.integration.harness.Answers.accepted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class OperationsIT {

  private final Shop shop;

  OperationsIT(Shop shop) {
    this.shop = shop;
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "started"})
  void aHealthyServiceSaysSo(String probe) {
    var answer = shop.anyone().get("/q/health/" + probe);
    assertThat(answer.statusCode()).isEqualTo(200);
    answer.then().body("status", equalTo("UP"));
  }

  @Test
  void theApiIsDescribed() {
    var document = shop.anyone().with("Accept", "application/json").get("/q/openapi");
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.jsonPath().getMap("paths").keySet())
        .asString()
        .contains("/orders", "/products", "/customers", "/auth/login");
    assertThat(shop.anyone().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAreCounted() {
    accepted(shop.anyone().get("/products"), 200);
    var metrics = shop.anyone().get("/q/metrics");
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.asString()).contains("http_server_requests_seconds_count");
  }

  @Test
  void theCallersRequestIdIsKept() {
    accepted(shop.anyone().with("X-Request-Id", "req-42.a_B").get("/products"), 200)
        .then()
        .header("X-Request-Id", "req-42.a_B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"has spaces", "<script>", "\"quoted\""})
  void aRequestIdThatIsNotSaneIsReplaced(String id) {
    var answer = accepted(shop.anyone().with("X-Request-Id", id).get("/products"), 200);
    assertThat(answer.header("X-Request-Id")).isNotEqualTo(id);
  }

  @Test
  void aRequestIdThatIsTooLongIsReplaced() {
    var answer =
        accepted(shop.anyone().with("X-Request-Id", "x".repeat(1000)).get("/products"), 200);
    assertThat(answer.header("X-Request-Id")).hasSizeLessThan(300);
  }

  @Test
  void requestIdsDifferFromRequestToRequest() {
    var first = accepted(shop.anyone().get("/products"), 200).header("X-Request-Id");
    assertThat(accepted(shop.anyone().get("/products"), 200).header("X-Request-Id"))
        .isNotEqualTo(first);
  }
}
