package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.access.CredentialRepository.Credential;
import org.orders.application.access.LoginAttempts.Counts;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.Customer;

/** What every keeper of credentials, and of those who fail to show them, must do. */
public abstract class CredentialRepositoryContract {

  protected abstract Persistence persistence();

  private Persistence kept;
  private CredentialRepository credentials;

  @BeforeEach
  void openTheDoor() {
    kept = persistence();
    credentials = kept.credentials();
  }

  @Test
  void anAdministratorIsFoundByNameAndId() {
    UserId id = new UserId(Shop.newId());
    String name = "Root" + id.value();
    Credential credential = new Credential(new Subject.Administrator(id), "hash");

    assertThat(kept.work().run(() -> credentials.addAdministrator(id, name, "hash"))).isTrue();
    assertThat(
            kept.work()
                .run(() -> credentials.addAdministrator(new UserId(Shop.newId()), name, "x")))
        .isFalse();

    kept.work()
        .run(
            () -> {
              assertThat(credentials.findByUsername(name)).contains(credential);
              assertThat(credentials.find(credential.subject())).contains(credential);
              assertThat(credentials.administratorExists(id)).isTrue();
              assertThat(credentials.anyAdministratorExists()).isTrue();
              assertThat(credentials.administratorExists(new UserId(Shop.newId()))).isFalse();
            });
  }

  @Test
  void aCustomerComesInByEMailInAnyCaseWhileActive() {
    Customer customer = new Shop(kept).customer();
    Subject subject = new Subject.Customer(customer.id());
    String email = customer.profile().email().value().toUpperCase(Locale.ROOT);
    kept.work()
        .run(() -> assertThat(credentials.findByUsername(email)).as("no password").isEmpty());

    kept.work().run(() -> credentials.setPassword(subject, "first"));
    kept.work().run(() -> credentials.setPassword(subject, "second"));

    Credential credential = new Credential(subject, "second");
    kept.work()
        .run(
            () -> {
              assertThat(credentials.findByUsername(email)).contains(credential);
              assertThat(credentials.find(subject)).contains(credential);
            });
    kept.work().run(() -> kept.customers().save(customer.deactivate(Shop.NOW)));
    kept.work().run(() -> assertThat(credentials.findByUsername(email)).isEmpty());
  }

  @Test
  void aServiceClientIsAddedOrGetsAnotherSecret() {
    String id = "till " + Shop.newId();
    kept.work().run(() -> credentials.putServiceClient(id, "first"));
    kept.work().run(() -> credentials.putServiceClient(id, "second"));

    assertThat(kept.work().run(() -> credentials.findByClientId(id)))
        .contains(new Credential(new Subject.Service(new ClientId(id)), "second"));
  }

  @Test
  void aNewPasswordReplacesTheOld() {
    UserId id = new UserId(Shop.newId());
    Subject subject = new Subject.Administrator(id);
    kept.work().run(() -> credentials.addAdministrator(id, "root" + id.value(), "old"));

    kept.work().run(() -> credentials.setPassword(subject, "new"));

    assertThat(kept.work().run(() -> credentials.find(subject)))
        .contains(new Credential(subject, "new"));
  }

  @Test
  void strangeNamesFindNobody() {
    for (String name : new String[] {"", "\0", "%", "nobody@example.org", "\ud800"}) {
      assertThat(kept.work().run(() -> credentials.findByUsername(name))).isEmpty();
      assertThat(kept.work().run(() -> credentials.findByClientId(name))).isEmpty();
    }
  }

  @Test
  void failuresAreCountedByAccountAndAddressUntilSomebodyComesIn() {
    LoginAttempts attempts = kept.loginAttempts();
    String account = "ann" + Shop.newId();
    String here = "192.0.2.1/" + Shop.newId();
    String there = "192.0.2.2/" + Shop.newId();

    assertThat(begin(attempts, account, here)).isEqualTo(new Counts(1, 1, 0));
    assertThat(begin(attempts, account, here)).isEqualTo(new Counts(2, 2, 0));
    assertThat(begin(attempts, "bob" + account, here)).isEqualTo(new Counts(1, 3, 0));
    assertThat(begin(attempts, account, there)).isEqualTo(new Counts(1, 1, 2));

    kept.work().run(() -> attempts.succeed(account, here));

    assertThat(begin(attempts, account, here)).isEqualTo(new Counts(1, 2, 1));
  }

  @Test
  void oldFailuresAreForgotten() {
    LoginAttempts attempts = kept.loginAttempts();
    String account = "ann" + Shop.newId();
    var longAgo = Shop.NOW.minus(Duration.ofDays(900));
    kept.work().run(() -> attempts.begin(account, account, longAgo, longAgo));
    kept.work().run(() -> attempts.begin(account, account, longAgo, longAgo));

    assertThat(begin(attempts, account, account)).isEqualTo(new Counts(1, 1, 0));
    assertThat(kept.work().run(() -> attempts.forgetBefore(longAgo.plusSeconds(1), 1)))
        .isEqualTo(1);
    assertThat(kept.work().run(() -> attempts.forgetBefore(longAgo.plusSeconds(1), 9)))
        .isEqualTo(1);
  }

  private Counts begin(LoginAttempts attempts, String account, String address) {
    return kept.work()
        .run(
            () ->
                attempts.begin(account, address, Shop.NOW, Shop.NOW.minus(Duration.ofMinutes(15))));
  }
}
