package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orders.application.access.ResetId;
import org.orders.application.access.SecretStore;

class HmacResetTokensTest {

  private static final ResetId RESET = new ResetId(UUID.randomUUID());

  private final SecretStore secrets = new InMemorySecrets();
  private final HmacResetTokens tokens = new HmacResetTokens(secrets);

  @Test
  void aTokenSaysWhichWishItIsForOnAnyReplica() {
    String token = tokens.issue(RESET);

    assertThat(token).matches("[A-Za-z0-9_-]{64}");
    assertThat(new HmacResetTokens(secrets).read(token)).contains(RESET);
    assertThat(tokens.issue(new ResetId(UUID.randomUUID()))).isNotEqualTo(token);
  }

  @Test
  void noCharacterCanBeChanged() {
    String token = tokens.issue(RESET);

    assertThat(
            IntStream.range(0, token.length())
                .mapToObj(at -> changed(token, at))
                .map(tokens::read)
                .filter(Optional::isPresent))
        .isEmpty();
  }

  @Test
  void whatIsNoTokenOfThisServiceIsNotOurs() {
    String token = tokens.issue(RESET);
    String foreign = new HmacResetTokens(new InMemorySecrets()).issue(RESET);

    assertThat(
            List.of(
                foreign, "", "x", "A".repeat(64), "ก".repeat(64), token + "A", token.substring(1)))
        .allSatisfy(text -> assertThat(tokens.read(text)).isEmpty());
  }

  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }
}
