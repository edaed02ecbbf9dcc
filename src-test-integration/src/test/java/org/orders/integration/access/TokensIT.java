package org.orders.integration.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class TokensIT {

  private final Shop shop;

  TokensIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void withoutATokenTheAnswerSaysHowToComeIn() {
    for (var path : List.of("/admin/orders", "/admin/inventory", "/admin/customers")) {
      refused(shop.anyone().get(path));
    }
    refused(shop.anyone().post("/auth/logout"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Bearer a.b.c"})
  void aBadTokenIsRefusedOnPublicCallsToo(String authorization) {
    var caller = shop.anyone().with("Authorization", authorization);
    refused(caller.get("/products"));
    refused(caller.post("/customers", Shop.person(Shop.uniqueEmail())));
  }

  @Test
  void aTokenWhoseSignatureWasTamperedWithIsRefused() {
    var ada = shop.newCustomer();
    var parts = ada.accessToken().split("\\.", 3);
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var promoted = encoded(claims.replace("CUSTOMER", "ADMIN"));
    refused(shop.bearer(parts[0] + "." + promoted + "." + parts[2]).get("/admin/orders"));
    var unsigned = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    refused(shop.bearer(unsigned + "." + promoted + ".").get("/admin/orders"));
    refused(shop.bearer(unsigned + "." + parts[1] + "." + parts[2]).get(ada.path()));
  }

  @Test
  void aCustomerIsNoAdministrator() {
    var ada = shop.newCustomer();
    for (var path :
        List.of("/admin/orders", "/admin/inventory", "/admin/customers", "/admin/payments")) {
      assertProblem(ada.get(path), 403, "forbidden");
    }
    assertProblem(ada.post("/products", Map.of()), 403, "forbidden");
    assertProblem(
        ada.put("/products/" + shop.newProduct("1.00", 1).id() + "/inventory", Map.of("change", 1)),
        403,
        "forbidden");
  }

  @Test
  void aTokenIsWelcomeOnPublicCalls() {
    accepted(shop.newCustomer().get("/products"), 200);
    accepted(shop.admin().get("/products"), 200);
  }

  private static void refused(Response response) {
    assertProblem(response, 401);
    assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
