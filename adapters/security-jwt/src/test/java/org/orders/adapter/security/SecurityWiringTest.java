package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.application.access.AccessTokens;
import org.orders.application.access.Passwords;
import org.orders.application.access.PublicKeys;
import org.orders.application.access.RefreshTokens;
import org.orders.application.access.Role;
import org.orders.application.access.SecretStore;
import org.orders.application.access.SessionId;
import org.orders.application.shared.Fingerprints;
import org.orders.domain.order.OrderId;

/** The adapter inside Quarkus: it starts without any setting, and answers every port. */
@QuarkusTest
class SecurityWiringTest {

  private static final Instant NOW = Instant.parse("2026-07-08T09:10:11Z");

  @Inject AccessTokens accessTokens;
  @Inject RefreshTokens refreshTokens;
  @Inject Passwords passwords;
  @Inject Fingerprints fingerprints;
  @Inject PublicKeys publicKeys;

  @Inject @Any Instance<HttpAuthenticationMechanism> mechanisms;

  @Produces
  @Singleton
  static SecretStore secrets() {
    return new InMemorySecrets();
  }

  @Test
  void everyPortHasItsAdapter() {
    String token = accessTokens.issueForOrder(new OrderId(UUID.randomUUID()), NOW);

    assertThat(accessTokens.read(token, NOW).role()).isEqualTo(Role.GUEST);
    assertThat(refreshTokens.read(refreshTokens.issue(new SessionId(UUID.randomUUID()), 1)))
        .isPresent();
    assertThat(passwords.hash("correct horse")).startsWith("$2a$04$");
    assertThat(fingerprints.of("a")).hasSize(43);
    assertThat(publicKeys.jwks()).contains("\"kid\"");
  }

  @Test
  void theFrameworkLeavesAuthenticationToTheApplication() {
    assertThat(mechanisms.handlesStream().map(found -> found.getBean().getBeanClass())).isEmpty();
  }
}
