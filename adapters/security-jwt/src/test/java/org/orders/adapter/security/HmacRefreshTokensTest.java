package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orders.application.access.RefreshTokens.Shown;
import org.orders.application.access.SecretStore;
import org.orders.application.access.SessionId;

class HmacRefreshTokensTest {

  private static final SessionId SESSION = new SessionId(UUID.randomUUID());

  private final SecretStore secrets = new InMemorySecrets();
  private final HmacRefreshTokens tokens = new HmacRefreshTokens(secrets);

  @Test
  void aTokenSaysItsSessionAndNumber() {
    assertThat(List.of(1, 2, 1_000_000, Integer.MAX_VALUE))
        .allSatisfy(
            number ->
                assertThat(tokens.read(tokens.issue(SESSION, number)))
                    .contains(new Shown(SESSION, number)));
  }

  @Test
  void theSameSessionAndNumberMakeTheSameTokenOnAnyReplica() {
    assertThat(new HmacRefreshTokens(secrets).issue(SESSION, 7))
        .isEqualTo(tokens.issue(SESSION, 7));
  }

  @Test
  void everySessionAndNumberHasATokenOfItsOwn() {
    assertThat(
            List.of(
                tokens.issue(SESSION, 1),
                tokens.issue(SESSION, 2),
                tokens.issue(new SessionId(UUID.randomUUID()), 1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void tokensGoIntoAUrlAsTheyAre() {
    assertThat(tokens.issue(SESSION, 1)).matches("[A-Za-z0-9_-]{70}");
  }

  @Test
  void tokensOfAnotherServiceAreNotOurs() {
    String foreign = new HmacRefreshTokens(new InMemorySecrets()).issue(SESSION, 1);

    assertThat(tokens.read(foreign)).isEmpty();
  }

  @Test
  void noCharacterCanBeChanged() {
    String token = tokens.issue(SESSION, 1);

    assertThat(
            IntStream.range(0, token.length())
                .mapToObj(at -> changed(token, at))
                .map(tokens::read)
                .filter(Optional::isPresent))
        .isEmpty();
  }

  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  @Test
  void whatIsNoTokenIsNotOurs() {
    String token = tokens.issue(SESSION, 1);

    assertThat(
            List.of(
                "",
                "x",
                "A".repeat(70),
                "ก".repeat(70),
                "\0".repeat(70),
                token.substring(1),
                token + "A",
                token.substring(0, 69) + "=",
                " " + token.substring(1),
                "x".repeat(1_000_000)))
        .allSatisfy(text -> assertThat(tokens.read(text)).isEmpty());
  }
}
