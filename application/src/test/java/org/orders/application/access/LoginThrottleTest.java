package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.ADMINISTRATOR;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;

class LoginThrottleTest {

  private static final String PASSWORD = "correct horse";
  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.7";
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Replica shop = new Replica();

  @BeforeEach
  void anAdministratorIsThere() {
    shop.kept
        .credentials()
        .addAdministrator(ADMINISTRATOR.id(), "admin", shop.passwords.hash(PASSWORD));
  }

  @Test
  void tenFailuresCloseTheAccountForThatAddressAlsoWithTheRightPassword() {
    fail("admin", HERE, 10);
    int compared = shop.passwords.comparisons();

    assertThatThrownBy(() -> logIn("admin", PASSWORD, HERE))
        .isInstanceOfSatisfying(
            TooManyRequests.class, refusal -> assertThat(refusal.retryAfter()).isPositive());
    assertThatThrownBy(() -> logIn("ADMIN", PASSWORD, HERE)).isInstanceOf(TooManyRequests.class);
    assertThat(shop.passwords.comparisons()).isEqualTo(compared);
  }

  @Test
  void nineFailuresCloseNothing() {
    fail("admin", HERE, 9);

    assertThat(whoComesIn(HERE)).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void theOwnerComesInFromElsewhereAfterAShortWait() {
    fail("admin", HERE, 10);

    assertThat(whoComesIn(ELSEWHERE)).isEqualTo(ADMINISTRATOR);
    assertThat(shop.pauses).containsExactly(Duration.ofMillis(2_500));
  }

  @Test
  void theWaitIsNeverLongerThanFiveSeconds() {
    for (int address = 0; address < 10; address++) {
      fail("admin", "203.0.113." + address, 10);
    }
    shop.pauses.clear();

    assertThat(whoComesIn(ELSEWHERE)).isEqualTo(ADMINISTRATOR);
    assertThat(shop.pauses).containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void comingInForgetsTheFailures() {
    fail("admin", HERE, 9);
    logIn("admin", PASSWORD, HERE);
    fail("admin", HERE, 9);

    assertThat(whoComesIn(HERE)).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void failuresAreForgottenAfterFifteenMinutes() {
    fail("admin", HERE, 10);
    shop.clock.pass(WINDOW.plusNanos(1_000));

    assertThat(whoComesIn(HERE)).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void twoHundredFailuresCloseTheAddressForEverybody() {
    for (int account = 0; account < 19; account++) {
      fail("user" + account, HERE, 10);
    }
    fail("user19", HERE, 9);
    assertThat(whoComesIn(HERE)).as("the two hundredth").isEqualTo(ADMINISTRATOR);
    fail("user19", HERE, 1);

    assertThatThrownBy(() -> logIn("admin", PASSWORD, HERE)).isInstanceOf(TooManyRequests.class);
    assertThat(whoComesIn(ELSEWHERE)).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void replicasCountTogether() {
    fail("admin", HERE, 5);
    Replica other = shop.another();
    for (int failure = 0; failure < 5; failure++) {
      assertThatThrownBy(
              () -> other.access.logIn().logIn(new LogIn.Command("admin", "wrong", HERE)))
          .isInstanceOf(InvalidCredentials.class);
    }

    assertThatThrownBy(() -> logIn("admin", PASSWORD, HERE)).isInstanceOf(TooManyRequests.class);
  }

  @Test
  void clientsAreCountedApartFromPeople() {
    shop.access.provideAccounts().ensureServiceClient("admin", "a long secret");
    fail("admin", HERE, 10);

    assertThat(actor(shop.access.issueClientToken().issue("admin", "a long secret", HERE)))
        .isEqualTo(new Actor.Service(new ClientId("admin")));
    for (int failure = 0; failure < 10; failure++) {
      assertThatThrownBy(() -> shop.access.issueClientToken().issue("admin", "wrong", HERE))
          .isInstanceOf(InvalidCredentials.class);
    }
    assertThatThrownBy(() -> shop.access.issueClientToken().issue("admin", "a long secret", HERE))
        .isInstanceOf(TooManyRequests.class);
  }

  private void fail(String username, String address, int times) {
    for (int failure = 0; failure < times; failure++) {
      assertThatThrownBy(() -> logIn(username, "wrong horse", address))
          .isInstanceOf(InvalidCredentials.class);
    }
  }

  private Actor whoComesIn(String address) {
    return actor(logIn("admin", PASSWORD, address));
  }

  private Actor actor(Tokens tokens) {
    return shop.access.authenticateBearer().authenticate(tokens.accessToken()).actor();
  }

  private Tokens logIn(String username, String password, String address) {
    return shop.access.logIn().logIn(new LogIn.Command(username, password, address));
  }
}
