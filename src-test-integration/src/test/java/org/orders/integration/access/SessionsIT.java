package org.orders.integration.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

@ShopTest
class SessionsIT {

  private final Shop shop;

  SessionsIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aRefreshTokenIsExchangedForANewPair() {
    var ada = shop.newCustomer();
    var renewed = accepted(refresh(ada.refreshToken()), 200);
    assertThat(renewed.<String>path("refreshToken")).isNotEqualTo(ada.refreshToken());
    assertThat(renewed.<String>path("tokenType")).isEqualTo("Bearer");
    accepted(shop.bearer(renewed.path("accessToken")).get(ada.path()), 200);
  }

  @Test
  void aRefreshTokenShownAgainAtOnceAnswersTheSameSuccessor() {
    var ada = shop.newCustomer();
    String successor = accepted(refresh(ada.refreshToken()), 200).path("refreshToken");
    assertThat(accepted(refresh(ada.refreshToken()), 200).<String>path("refreshToken"))
        .isEqualTo(successor);
    accepted(refresh(successor), 200);
  }

  @Test
  void aRefreshTokenHasOneSuccessorHoweverManyShowItAtOnce() {
    var ada = shop.newCustomer();
    var answers =
        Rush.of(
            10,
            i ->
                shop.anyone()
                    .quickly("POST", "/auth/refresh", Map.of("refreshToken", ada.refreshToken())));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.text("refreshToken")).distinct()).hasSize(1);
  }

  @Test
  void aRefreshTokenShownAgainAfterItsSuccessorWasUsedEndsTheWholeFamily() {
    var ada = shop.newCustomer();
    String second = accepted(refresh(ada.refreshToken()), 200).path("refreshToken");
    String third = accepted(refresh(second), 200).path("refreshToken");
    assertProblem(refresh(ada.refreshToken()), 401);
    assertProblem(refresh(third), 401);
  }

  @Test
  void anUnknownRefreshTokenIsRefused() {
    assertProblem(refresh("no-such-token"), 401);
    assertProblem(refresh(shop.newCustomer().accessToken()), 401);
  }

  @Test
  void afterSigningOutNeitherTokenOfTheSessionIsTaken() {
    var ada = shop.newCustomer();
    var elsewhere = ada.inAnotherSession();
    accepted(ada.post("/auth/logout"), 204);
    assertProblem(ada.get(ada.path()), 401);
    assertProblem(refresh(ada.refreshToken()), 401);
    accepted(elsewhere.get(ada.path()), 200);
    accepted(refresh(elsewhere.refreshToken()), 200);
  }

  @Test
  void aRefreshTokenIsNotAnAccessToken() {
    var ada = shop.newCustomer();
    assertProblem(shop.bearer(ada.refreshToken()).get(ada.path()), 401);
  }

  @Test
  void aNewPasswordEndsTheOtherSessionsAndKeepsThisOne() {
    var ada = shop.newCustomer();
    var elsewhere = ada.inAnotherSession();
    var fresh = "another-long-password-7";
    accepted(
        ada.put("/auth/password", Map.of("currentPassword", ada.password(), "newPassword", fresh)),
        204);
    assertProblem(elsewhere.get(ada.path()), 401);
    assertProblem(refresh(elsewhere.refreshToken()), 401);
    accepted(ada.get(ada.path()), 200);
    assertProblem(shop.login(ada.email(), ada.password()), 401, "invalid-credentials");
    accepted(shop.login(ada.email(), fresh), 200);
  }

  @Test
  void aPasswordIsNotChangedWithoutTheCurrentOne() {
    var ada = shop.newCustomer();
    var answer =
        ada.put(
            "/auth/password",
            Map.of("currentPassword", "not-my-password", "newPassword", "another-password-77"));
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 422);
    assertProblem(answer, answer.statusCode());
    accepted(shop.login(ada.email(), ada.password()), 200);
    assertProblem(
        shop.anyone()
            .put(
                "/auth/password",
                Map.of("currentPassword", "a", "newPassword", "another-password")),
        401);
  }

  private Response refresh(String token) {
    return shop.anyone().post("/auth/refresh", Map.of("refreshToken", token));
  }
}
