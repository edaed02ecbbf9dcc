package org.orders.integration.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class SigningInIT {

  private final Shop shop;

  SigningInIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aCustomerSignsInByEmailAndReachesTheirOwnRecord() {
    var ada = shop.newCustomer();
    var session = accepted(shop.login(ada.email(), ada.password()), 200);
    session
        .then()
        .body("tokenType", equalTo("Bearer"))
        .body("expiresIn", greaterThan(0))
        .body("refreshToken.length()", greaterThan(20));
    accepted(shop.bearer(session.path("accessToken")).get(ada.path()), 200)
        .then()
        .body("id", equalTo(ada.id()));
  }

  @Test
  void theEmailIsComparedWithoutCase() {
    var ada = shop.newCustomer();
    accepted(shop.login(ada.email().toUpperCase(Locale.ROOT), ada.password()), 200);
  }

  @Test
  void anAdministratorSignsInByUsername() {
    var session =
        accepted(shop.login(RunningService.ADMIN_USERNAME, RunningService.ADMIN_PASSWORD), 200);
    accepted(shop.bearer(session.path("accessToken")).get("/admin/inventory"), 200);
  }

  @Test
  void manyWhoKnowThePasswordComeInAtOnce() {
    var ada = shop.newCustomer();
    var body = Map.of("username", ada.email(), "password", ada.password());
    assertThat(Rush.of(25, i -> shop.anyone().quickly("POST", "/auth/login", body)))
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(200));
  }

  @Test
  void aWrongPasswordAndAnUnknownUserGetTheSameAnswerInTheSameTime() {
    var ada = shop.newCustomer();
    var known = Long.MAX_VALUE;
    var unknown = Long.MAX_VALUE;
    Response wrongPassword = null;
    Response noSuchUser = null;
    // The quickest of some tries: what the rest of the machine does only ever adds time.
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      wrongPassword = shop.login(ada.email(), "not-the-password-" + i);
      known = Math.min(known, System.nanoTime() - start);
      start = System.nanoTime();
      noSuchUser = shop.login(Shop.uniqueEmail(), "not-the-password-" + i);
      unknown = Math.min(unknown, System.nanoTime() - start);
    }
    assertProblem(wrongPassword, 401, "invalid-credentials");
    assertProblem(noSuchUser, 401, "invalid-credentials");
    assertThat(withoutTrace(noSuchUser)).isEqualTo(withoutTrace(wrongPassword));
    assertThat((double) unknown / known).isBetween(0.4, 2.5);
  }

  @Test
  void whatIsMissingInALoginIsNamed() {
    assertInvalid(shop.anyone().post("/auth/login", Map.of("username", "ada")), "/password");
    assertInvalid(shop.anyone().post("/auth/login", "{}"), "/username", "/password");
  }

  @Test
  void theAccessTokenIsSignedByAPublishedKeyAndSaysWhoAndWhat() throws Exception {
    var ada = shop.newCustomer();
    var parts = List.of(ada.accessToken().split("\\."));
    var header = io.restassured.path.json.JsonPath.from(decoded(parts.get(0)));
    var claims = io.restassured.path.json.JsonPath.from(decoded(parts.get(1)));
    assertThat(header.getString("alg")).isEqualTo("RS256");
    assertThat(claims.getString("sub")).isEqualTo(ada.id());
    assertThat(claims.<String>getList("groups")).containsExactly("CUSTOMER");
    assertThat(claims.getLong("exp")).isGreaterThan(claims.getLong("iat"));

    var keys = accepted(shop.anyone().get("/.well-known/jwks.json"), 200);
    Map<String, String> key = keys.path("keys.find { it.kid == '%s' }", header.getString("kid"));
    assertThat(key).as(keys.asString()).isNotNull().doesNotContainKeys("d", "p", "q");
    var published =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e"))));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(published);
    signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts.get(2)))).isTrue();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }

  private static Map<String, Object> withoutTrace(Response response) {
    Map<String, Object> body = new java.util.HashMap<>(response.<Map<String, Object>>path("$"));
    body.remove("traceId");
    body.remove("instance");
    return body;
  }
}
