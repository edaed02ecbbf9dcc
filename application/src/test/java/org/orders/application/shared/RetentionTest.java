package org.orders.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.wanted;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.access.InvalidCredentials;
import org.orders.application.access.LogIn;
import org.orders.application.order.PlaceOrder;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;

class RetentionTest {

  private final Replica shop = new Replica();
  private final Actor.Customer somchai = shop.account("somchai@example.com");

  @Test
  void answersAreKeptForADayAndForgottenAfterTwo() {
    PlaceOrder.Command wanted = wanted(somchai, line(shop.product("10", 5), 1));
    PlaceOrder placeOrder = shop.orders.placeOrder();
    placeOrder.place(wanted, once("key"));

    shop.clock.pass(Duration.ofHours(24));
    shop.retention.forget();
    assertThat(placeOrder.place(wanted, once("key"))).isInstanceOf(Outcome.Replayed.class);

    shop.clock.pass(Duration.ofHours(24).plusSeconds(1));
    shop.retention.forget();
    assertThat(placeOrder.place(wanted, once("key"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void morePilesUpThanOneStepTakesAndAllOfItIsForgotten() {
    for (int answer = 0; answer < 2_500; answer++) {
      shop.kept
          .idempotency()
          .record(new IdempotencyClaim("caller", "key" + answer, "f"), "", shop.clock.instant());
    }
    shop.clock.pass(Duration.ofDays(3));
    int before = shop.database.transactions();

    shop.retention.forget();

    assertThat(shop.database.transactions() - before)
        .as("three steps for the answers, one each for sessions, log-ins and password resets")
        .isEqualTo(6);
    assertThat(shop.kept.idempotency().forgetBefore(shop.clock.instant(), 10)).isZero();
  }

  @Test
  void failedLoginsAreForgottenAfterAnHour() {
    assertThatThrownBy(
            () ->
                shop.access
                    .logIn()
                    .logIn(new LogIn.Command("somchai@example.com", "wrong", "192.0.2.1")))
        .isInstanceOf(InvalidCredentials.class);
    shop.clock.pass(Duration.ofHours(1).plusSeconds(1));

    shop.retention.forget();

    assertThat(shop.kept.loginAttempts().forgetBefore(shop.clock.instant(), 10)).isZero();
  }
}
