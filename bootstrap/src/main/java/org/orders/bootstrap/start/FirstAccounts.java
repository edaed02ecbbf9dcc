package org.orders.bootstrap.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.Password;
import org.orders.application.access.ProvideAccounts;
import org.orders.application.access.SuggestWishes;
import org.orders.domain.shared.EmailAddress;

/** The first administrator, and the service client that the configuration names. */
@ApplicationScoped
class FirstAccounts {

  private static final int MADE_UP_BYTES = 18;

  private final ProvideAccounts accounts;
  private final SuggestWishes suggestWishes;
  private final String username;
  private final Optional<String> password;
  private final Optional<String> email;
  private final Optional<String> clientId;
  private final Optional<String> clientSecret;

  FirstAccounts(
      ProvideAccounts accounts,
      SuggestWishes suggestWishes,
      @ConfigProperty(name = "orders.admin.username", defaultValue = "admin") String username,
      @ConfigProperty(name = "orders.admin.password") Optional<String> password,
      @ConfigProperty(name = "orders.admin.email") Optional<String> email,
      @ConfigProperty(name = "orders.service.client-id") Optional<String> clientId,
      @ConfigProperty(name = "orders.service.client-secret") Optional<String> clientSecret) {
    this.accounts = accounts;
    this.suggestWishes = suggestWishes;
    this.username = username;
    this.password = password;
    this.email = email;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  void provide(@Observes @Priority(100) StartupEvent start) {
    if (password.isPresent()) {
      accounts.ensureAdministrator(username, new Password(password.get()));
    } else {
      makeUpAdministrator();
    }
    email.ifPresent(address -> suggestWishes.suggest(username, new EmailAddress(address)));
    if (clientId.isPresent() && clientSecret.isPresent()) {
      accounts.ensureServiceClient(clientId.get(), clientSecret.get());
    }
  }

  /** Printed, never logged: logs are kept and collected, and others read them. */
  private void makeUpAdministrator() {
    String madeUp = madeUpPassword();
    if (accounts.ensureAdministrator(username, new Password(madeUp))) {
      System.out.println(
          "The first administrator is '"
              + username
              + "' with the password '"
              + madeUp
              + "'. It is shown this once.");
    }
  }

  private static String madeUpPassword() {
    byte[] bytes = new byte[MADE_UP_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
