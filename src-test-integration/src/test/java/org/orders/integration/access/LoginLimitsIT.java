package org.orders.integration.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** Limits that would get in other tests' way are met on a service of their own. */
@ShopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginLimitsIT {

  private final Shop shop;

  LoginLimitsIT(Services services) {
    shop =
        services
            .start("limited", services.newDatabase(), Map.of("ORDERS_RATE_LIMIT_CUSTOMER", "2/100"))
            .shop();
  }

  @Test
  void afterTenFailuresTheAccountIsClosedToThisAddressForAWhile() {
    var ada = shop.newCustomer();
    var bob = shop.newCustomer();
    for (int i = 0; i < 10; i++) {
      assertProblem(shop.login(ada.email(), "wrong-password-" + i), 401, "invalid-credentials");
    }
    var eleventh = shop.login(ada.email(), ada.password());
    assertProblem(eleventh, 429, "rate-limited");
    assertThat(Integer.parseInt(eleventh.header("Retry-After"))).isBetween(1, 15 * 60);
    accepted(shop.login(bob.email(), bob.password()), 200);
  }

  @Test
  void aCustomerPastTheLimitIsAskedToWaitAndOthersAreNot() {
    var ada = shop.newCustomer();
    var bob = shop.newCustomer();
    var answers = Rush.of(250, i -> ada.quickly("GET", ada.path(), null));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 429));
    var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
    assertThat(refused).hasSizeGreaterThan(50);
    assertThat(answers.size() - refused.size()).isGreaterThanOrEqualTo(50);
    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.problem()).isEqualTo("rate-limited");
              assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            });
    accepted(bob.get(bob.path()), 200);
  }

  @Test
  void administratorsHaveNoLimitByDefault() {
    var answers = Rush.of(100, i -> shop.admin().quickly("GET", "/admin/inventory", null));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
  }
}
