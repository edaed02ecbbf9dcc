package org.orders.integration.conventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class ProblemsIT {

  private final Shop shop;

  ProblemsIT(Shop shop) {
    this.shop = shop;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/orders/1/2/3",
        "/admin/nowhere",
        "/auth/nowhere",
        "/.well-known/nowhere",
        "/products/%2e%2e/%2e%2e/etc/passwd",
        "/q/nowhere"
      })
  void anUnknownPathIsNotFoundForAnyone(String path) {
    assertProblem(shop.anyone().get(path), 404, "not-found");
    assertProblem(shop.admin().get(path), 404, "not-found");
  }

  @Test
  void anUnknownMethodIsSaidToAnyoneWithThoseThatAreKnown() {
    for (var call :
        List.of(
            "PATCH /products",
            "DELETE /orders",
            "POST /admin/customers",
            "GET /auth/login",
            "GET /auth/logout",
            "DELETE /orders/0198c0de-0000-7000-8000-000000000000",
            "POST /.well-known/jwks.json")) {
      var parts = call.split(" ", 2);
      var answer = shop.anyone().send(parts[0], parts[1]);
      assertProblem(answer, 405, "method-not-allowed");
      assertThat(answer.header("Allow")).as(call).isNotBlank().doesNotContain(parts[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void onlyJsonIsRead(String type) {
    assertProblem(
        shop.admin().with("Content-Type", type).post("/products", "{\"sku\":\"a\"}"),
        415,
        "unsupported-media-type");
    assertProblem(
        shop.anyone().with("Content-Type", type).post("/auth/login", "{\"username\":\"a\"}"),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;charset=UTF-8", "Application/JSON"})
  void jsonIsReadHoweverItIsNamed(String type) {
    accepted(
        shop.anyone()
            .with("Content-Type", type)
            .post("/customers", Shop.person(Shop.uniqueEmail())),
        201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"items\":[{\"productId\":",
        "{\"items\":[}",
        "{'items':[]}",
        "{\"items\":[]} trailing",
        "{\"items\":[],}",
        "// comment\n{}",
        "{\"quantity\":NaN}",
        "{\"quantity\":01}",
        "nonsense",
        "\u0000"
      })
  void whatIsNoJsonIsRefusedNamingThePlace(String body) {
    var answer = assertProblem(shop.newCustomer().post("/orders", body), 400, "validation-failed");
    List<Object> pointers = answer.path("errors.pointer");
    assertThat(pointers).as(answer.asString()).isNotEmpty().doesNotContainNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "42", "\"text\"", "true", "[{\"items\":[]}]"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    assertProblem(shop.newCustomer().post("/orders", body), 400, "validation-failed");
  }

  @Test
  void aBodyNestedTooDeeplyIsRefused() {
    var deep = "{\"items\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertProblem(shop.newCustomer().post("/orders", deep), 400);
  }

  @Test
  void aNumberOfManyDigitsIsRefusedQuickly() {
    var lamp = shop.newProduct("1.00", 1);
    var body =
        "{\"items\":[{\"productId\":\"%s\",\"quantity\":1}],\"expectedTotal\":1%s}"
            .formatted(lamp.id(), "0".repeat(2000));
    assertProblem(shop.newCustomer().post("/orders", body), 400, "validation-failed");
    var exponent = body.replaceAll("1" + "0".repeat(2000), "1e999999999");
    assertProblem(shop.newCustomer().post("/orders", exponent), 400, "validation-failed");
  }

  @Test
  void anUnknownFieldIsNamedWhereverItStands() {
    assertInvalid(
        shop.anyone().post("/auth/login", "{\"username\":\"a\",\"password\":\"b\",\"otp\":1}"),
        "/otp");
    var person = Shop.person(Shop.uniqueEmail());
    var address = Shop.address("1 Main Street");
    address.put("planet", "Earth");
    person.put("address", address);
    assertInvalid(shop.anyone().post("/customers", person), "/address/planet");
  }

  @Test
  void aBodyOfMoreThanAMegabyteIsTooLarge() {
    var large = "{\"sku\":\"" + "x".repeat(1_100_000) + "\"}";
    var answer = shop.admin().quickly("POST", "/products", large);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("body-too-large");
  }

  @Test
  void aBodyJustBelowAMegabyteIsRead() {
    var large = "{\"sku\":\"" + "x".repeat(990_000) + "\"}";
    var answer = shop.admin().quickly("POST", "/products", large);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not-found",
        "method-not-allowed",
        "unsupported-media-type",
        "validation-failed",
        "forbidden",
        "invalid-credentials",
        "idempotency-key-reused",
        "idempotency-key-in-flight",
        "stale-version",
        "conflict",
        "rate-limited",
        "body-too-large",
        "email-taken",
        "customer-inactive",
        "sku-taken",
        "import-id-taken",
        "insufficient-stock",
        "illegal-transition",
        "on-hold",
        "unknown-user",
        "unknown-product",
        "product-discontinued",
        "mixed-currencies",
        "price-changed",
        "unknown-customer",
        "payment-method-unavailable",
        "already-paid",
        "payment-in-progress",
        "refund-exceeds-payment",
        "gateway-unavailable",
        "unavailable"
      })
  void everyProblemHasAPage(String slug) {
    var page = accepted(shop.anyone().get("/problems/" + slug), 200);
    assertThat(page.asString()).contains(slug);
  }

  @Test
  void theTypeOfARefusalLeadsToItsPage() {
    for (var refusal :
        List.of(
            shop.anyone().get("/nowhere"),
            shop.anyone().get("/admin/orders"),
            shop.newCustomer().get("/admin/orders"),
            shop.bearer("nonsense").get("/products"))) {
      accepted(shop.anyone().get(refusal.path("type")), 200);
    }
    assertProblem(shop.anyone().get("/problems/no-such-problem"), 404, "not-found");
  }
}
