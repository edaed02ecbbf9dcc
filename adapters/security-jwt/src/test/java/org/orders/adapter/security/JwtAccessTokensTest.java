package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.orders.application.access.Caller;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.Role;
import org.orders.application.access.SecretStore;
import org.orders.application.access.SessionId;
import org.orders.application.access.Subject;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderId;

class JwtAccessTokensTest {

  private static final Instant NOW = Instant.parse("2031-02-03T04:05:06.789012Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final CustomerId CUSTOMER = new CustomerId(UUID.randomUUID());
  private static final SessionId SESSION = new SessionId(UUID.randomUUID());
  private static final OrderId ORDER = new OrderId(UUID.randomUUID());

  private final JwtAccessTokens tokens =
      new JwtAccessTokens(TestKeys.configured(TestKeys.OURS), "orders", "orders");

  @Test
  void aCustomersTokenIsReadAsTheCustomer() {
    String token = tokens.issue(new Subject.Customer(CUSTOMER), SESSION, NOW, QUARTER);

    assertThat(tokens.read(token, NOW))
        .isEqualTo(new Caller(new Actor.Customer(CUSTOMER), Role.CUSTOMER, SESSION));
  }

  @Test
  void anAdministratorsTokenIsReadAsTheAdministrator() {
    UserId user = new UserId(UUID.randomUUID());
    String token = tokens.issue(new Subject.Administrator(user), SESSION, NOW, QUARTER);

    assertThat(tokens.read(token, NOW))
        .isEqualTo(new Caller(new Actor.Administrator(user), Role.ADMIN, SESSION));
  }

  @Test
  void anApplicationsTokenIsReadAsTheApplicationWhateverItsName() {
    ClientId client = new ClientId("lager süd/ร้าน \"1\"");
    String token = tokens.issue(new Subject.Service(client), SESSION, NOW, QUARTER);

    assertThat(tokens.read(token, NOW))
        .isEqualTo(new Caller(new Actor.Service(client), Role.SERVICE, SESSION));
  }

  @Test
  void anOrdersTokenIsReadAsTheGuestWhoPlacedIt() {
    String token = tokens.issueForOrder(ORDER, NOW);

    assertThat(tokens.read(token, NOW))
        .isEqualTo(new Caller(new Actor.Guest(ORDER), Role.GUEST, null));
  }

  @Test
  void anOrdersTokenIsTheSameForTheSameOrderAndTime() {
    String token = tokens.issueForOrder(ORDER, NOW);

    assertThat(tokens.issueForOrder(ORDER, NOW)).isEqualTo(token);
    assertThat(tokens.issueForOrder(ORDER, NOW.plusSeconds(1))).isNotEqualTo(token);
    assertThat(tokens.issueForOrder(new OrderId(UUID.randomUUID()), NOW)).isNotEqualTo(token);
  }

  @Test
  void anOrdersTokenHasNoEndOfItsOwnThatMatters() {
    String token = tokens.issueForOrder(ORDER, NOW);

    assertThat(tokens.read(token, NOW.plus(Duration.ofDays(50 * 365))).role())
        .isEqualTo(Role.GUEST);
  }

  @Test
  void anAccessTokenSaysWhatTheContractPromises() throws JoseException {
    String token = tokens.issue(new Subject.Customer(CUSTOMER), SESSION, NOW, QUARTER);

    assertThat(json(token, 0))
        .containsEntry("alg", "RS256")
        .containsEntry("typ", "at+jwt")
        .containsEntry("kid", TokenForge.keyId(TestKeys.OURS.getPublic()))
        .hasSize(3);
    assertThat(json(token, 1))
        .containsEntry("iss", "orders")
        .containsEntry("aud", "orders")
        .containsEntry("sub", CUSTOMER.value().toString())
        .containsEntry("groups", List.of("CUSTOMER"))
        .containsEntry("sid", SESSION.value().toString())
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("nbf", NOW.getEpochSecond())
        .containsEntry("exp", NOW.getEpochSecond() + 900)
        .containsKey("jti")
        .hasSize(9);
  }

  @Test
  void noTwoAccessTokensAreTheSame() {
    Subject subject = new Subject.Customer(CUSTOMER);

    assertThat(tokens.issue(subject, SESSION, NOW, QUARTER))
        .isNotEqualTo(tokens.issue(subject, SESSION, NOW, QUARTER));
  }

  @Test
  void anAccessTokenEndsAfterItsLifetimeAndALeewayOfFiveSeconds() {
    String token = tokens.issue(new Subject.Customer(CUSTOMER), SESSION, NOW, QUARTER);
    Instant end = NOW.plus(QUARTER);

    assertThat(tokens.read(token, end.plusSeconds(4)).session()).isEqualTo(SESSION);
    assertThatThrownBy(() -> tokens.read(token, end.plusSeconds(5)))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void aTokenFromTheFutureIsTakenWithinALeewayOfFiveSeconds() {
    String token = tokens.issue(new Subject.Customer(CUSTOMER), SESSION, NOW, QUARTER);

    assertThat(tokens.read(token, NOW.minusSeconds(5)).session()).isEqualTo(SESSION);
    assertThatThrownBy(() -> tokens.read(token, NOW.minusSeconds(6)))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void tokensOfOneReplicaAreReadByAnother() {
    SecretStore shared = new InMemorySecrets();
    JwtAccessTokens one = replica(shared);
    JwtAccessTokens other = replica(shared);

    assertThat(other.read(one.issueForOrder(ORDER, NOW), NOW).role()).isEqualTo(Role.GUEST);
    assertThat(other.issueForOrder(ORDER, NOW)).isEqualTo(one.issueForOrder(ORDER, NOW));
  }

  @Test
  void tokensOfAnotherIssuerOrForAnotherAudienceAreRefused() {
    SigningKeys keys = TestKeys.configured(TestKeys.OURS);
    String ofAnother = new JwtAccessTokens(keys, "billing", "orders").issueForOrder(ORDER, NOW);
    String forAnother = new JwtAccessTokens(keys, "orders", "billing").issueForOrder(ORDER, NOW);

    assertThatThrownBy(() -> tokens.read(ofAnother, NOW)).isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> tokens.read(forAnother, NOW)).isInstanceOf(InvalidToken.class);
  }

  @Test
  void aStoreThatIsAwayIsNotTakenForABadToken() {
    SecretStore away =
        (_, _) -> {
          throw new IllegalStateException("away");
        };
    JwtAccessTokens early = replica(away);

    assertThatThrownBy(() -> early.read(tokens.issueForOrder(ORDER, NOW), NOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("away");
  }

  private static JwtAccessTokens replica(SecretStore secrets) {
    return new JwtAccessTokens(
        new SigningKeys(secrets, Optional.empty(), Optional.empty()), "orders", "orders");
  }

  private static Map<String, Object> json(String token, int part) throws JoseException {
    byte[] bytes = Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]);
    return JsonUtil.parseJson(new String(bytes, StandardCharsets.UTF_8));
  }
}
