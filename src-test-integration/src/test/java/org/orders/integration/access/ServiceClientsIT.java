package org.orders.integration.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.greaterThan;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class ServiceClientsIT {

  private final Shop shop;

  ServiceClientsIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void anInternalApplicationGetsATokenAsRfc6749Says() {
    var answer =
        accepted(
            shop.clientCredentials(
                RunningService.SERVICE_CLIENT_ID, RunningService.SERVICE_CLIENT_SECRET),
            200);
    answer
        .then()
        .body("token_type", equalToIgnoringCase("Bearer"))
        .body("expires_in", greaterThan(0))
        .body("access_token.length()", greaterThan(20));
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aWrongSecretAndAnUnknownClientAreRefused() {
    var wrong = shop.clientCredentials(RunningService.SERVICE_CLIENT_ID, "wrong");
    assertProblem(wrong, 401);
    assertThat(wrong.header("WWW-Authenticate")).startsWithIgnoringCase("Basic");
    assertProblem(shop.clientCredentials("nobody", "wrong"), 401);
  }

  @Test
  void anotherGrantTypeIsRefused() {
    var answer =
        shop.anyone()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .with("Authorization", "Basic d2FyZWhvdXNlOmEtc2VjcmV0LW9mLXRoZS13YXJlaG91c2UtNDI=")
            .post("/auth/token", "grant_type=password&username=a&password=b");
    assertProblem(answer, 400);
  }

  @Test
  void anInternalApplicationActsForAnyCustomer() {
    var customer = shop.newCustomerWithoutLogin();
    var product = shop.newProduct("4.00", 5);
    String order = shop.placeFor(customer, product, 2).path("id");
    accepted(shop.service().get("/customers/" + customer), 200);
    accepted(shop.service().get("/orders/" + order), 200)
        .then()
        .body("customerId", equalTo(customer));
    accepted(shop.service().get("/admin/orders/" + order), 200);
    accepted(shop.service().get("/customers/" + customer + "/orders"), 200);
    accepted(shop.service().post("/orders/" + order + "/cancel"), 200);
  }

  @Test
  void anInternalApplicationIsNoAdministrator() {
    var customer = shop.newCustomerWithoutLogin();
    var product = shop.newProduct("4.00", 5);
    String order = shop.placeFor(customer, product, 2).path("id");
    var service = shop.service();
    assertProblem(service.post("/products", Map.of("sku", "x")), 403, "forbidden");
    assertProblem(service.put("/products/" + product.id(), Map.of("name", "x")), 403, "forbidden");
    assertProblem(service.delete("/products/" + product.id()), 403, "forbidden");
    assertProblem(service.delete("/customers/" + customer), 403, "forbidden");
    assertProblem(service.get("/admin/inventory"), 403, "forbidden");
    assertProblem(service.put("/admin/orders/" + order, Map.of("onHold", true)), 403, "forbidden");
  }
}
