package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.Role;
import org.orders.application.access.SecretStore;
import org.orders.domain.order.OrderId;

class SigningKeysTest {

  private static final Instant NOW = Instant.parse("2026-07-08T09:10:11Z");
  private static final OrderId ORDER = new OrderId(UUID.randomUUID());

  private final SecretStore secrets = new InMemorySecrets();

  @Test
  void aKeyThatWasMadeIsKept() {
    String first = keys(Optional.empty(), Optional.empty()).jwks();

    assertThat(keys(Optional.empty(), Optional.empty()).jwks()).isEqualTo(first);
  }

  @Test
  void nothingIsReadBeforeItIsNeeded() {
    var unused =
        new SigningKeys(
            (_, _) -> {
              throw new AssertionError("was asked");
            },
            Optional.of("/nowhere"),
            Optional.empty());

    assertThat(unused).isNotNull();
  }

  @Test
  void publishesPublicKeysOnly() throws JoseException {
    String jwks = keys(Optional.empty(), Optional.empty()).jwks();

    assertThat(published(jwks)).hasSize(1);
    assertThat(published(jwks).getFirst())
        .containsOnlyKeys("kty", "kid", "use", "alg", "n", "e")
        .containsEntry("kty", "RSA")
        .containsEntry("use", "sig")
        .containsEntry("alg", "RS256")
        .containsEntry("e", "AQAB");
    JsonWebKey key = new JsonWebKeySet(jwks).getJsonWebKeys().getFirst();
    assertThat(key.getKeyId()).isEqualTo(key.calculateBase64urlEncodedThumbprint("SHA-256"));
  }

  @Test
  void aConfiguredKeyIsUsedInsteadOfTheKeptOne() throws JoseException {
    String pem = TestKeys.pem("PRIVATE KEY", TestKeys.OURS.getPrivate());

    assertThat(published(keys(Optional.of(pem), Optional.empty()).jwks()).getFirst())
        .containsEntry("kid", TokenForge.keyId(TestKeys.OURS.getPublic()));
  }

  @Test
  void aConfiguredKeyMayStandOnOneLineOrInAFile(@TempDir Path folder) throws IOException {
    String pem = TestKeys.pem("PRIVATE KEY", TestKeys.OURS.getPrivate());
    Path file = Files.writeString(folder.resolve("key.pem"), pem);
    String jwks = keys(Optional.of(pem), Optional.empty()).jwks();

    assertThat(keys(Optional.of(pem.replace("\n", "\\n")), Optional.empty()).jwks())
        .isEqualTo(jwks);
    assertThat(keys(Optional.of(file.toString()), Optional.empty()).jwks()).isEqualTo(jwks);
    assertThat(keys(Optional.of(file.toUri().toString()), Optional.empty()).jwks()).isEqualTo(jwks);
  }

  @Test
  void tokensOfAPreviousKeyAreTakenAsLongAsItIsNamed() throws JoseException {
    String old = tokens(TestKeys.configured(TestKeys.OTHERS)).issueForOrder(ORDER, NOW);
    Optional<String> now = Optional.of(TestKeys.pem("PRIVATE KEY", TestKeys.OURS.getPrivate()));
    String previous =
        TestKeys.pem("PUBLIC KEY", TestKeys.OTHERS.getPublic())
            + TestKeys.pem("PUBLIC KEY", TestKeys.OURS.getPublic());

    SigningKeys rotated = keys(now, Optional.of(previous));

    assertThat(tokens(rotated).read(old, NOW).role()).isEqualTo(Role.GUEST);
    assertThat(published(rotated.jwks()))
        .extracting(key -> key.get("kid"))
        .containsExactly(
            TokenForge.keyId(TestKeys.OURS.getPublic()),
            TokenForge.keyId(TestKeys.OTHERS.getPublic()));
    assertThatThrownBy(() -> tokens(keys(now, Optional.empty())).read(old, NOW))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void aKeyThatCannotBeUsedIsNamedAndNeverShown(@TempDir Path folder) {
    KeyPair small = TestKeys.make("RSA", 1024);
    KeyPair curve = TestKeys.make("EC", 256);
    String pem = TestKeys.pem("PRIVATE KEY", TestKeys.OURS.getPrivate());
    List<String> unusable =
        List.of(
            "",
            "secret",
            folder.toString(),
            folder.resolve("none.pem").toString(),
            "file:relative",
            TestKeys.pem("PRIVATE KEY", small.getPrivate()),
            TestKeys.pem("PRIVATE KEY", curve.getPrivate()),
            TestKeys.pem("RSA PRIVATE KEY", TestKeys.OURS.getPrivate()),
            TestKeys.pem("PUBLIC KEY", TestKeys.OURS.getPublic()),
            pem + pem,
            pem.substring(0, 200),
            pem.replace("MII", "MIM"));

    assertThat(unusable)
        .allSatisfy(
            value ->
                assertThatThrownBy(() -> keys(Optional.of(value), Optional.empty()).current())
                    .isInstanceOf(InvalidKeySetting.class)
                    .hasNoCause()
                    .hasMessageStartingWith("orders.jwt.private-key ")
                    .hasMessageNotContaining("MII"));
  }

  @Test
  void previousKeysThatCannotBeUsedAreNamed() {
    List<String> unusable =
        List.of(
            "none.pem",
            TestKeys.pem("PRIVATE KEY", TestKeys.OTHERS.getPrivate()),
            TestKeys.pem("PUBLIC KEY", TestKeys.make("EC", 256).getPublic()));

    assertThat(unusable)
        .allSatisfy(
            value ->
                assertThatThrownBy(() -> keys(Optional.empty(), Optional.of(value)).current())
                    .isInstanceOf(InvalidKeySetting.class)
                    .hasMessageStartingWith("orders.jwt.previous-public-keys "));
  }

  @Test
  void keysAreShownByTheirIdsOnly() {
    assertThat(TestKeys.configured(TestKeys.OURS).current().toString())
        .isEqualTo("KeySet[" + TokenForge.keyId(TestKeys.OURS.getPublic()) + "]");
  }

  private SigningKeys keys(Optional<String> privateKey, Optional<String> previous) {
    return new SigningKeys(secrets, privateKey, previous);
  }

  private static JwtAccessTokens tokens(SigningKeys keys) {
    return new JwtAccessTokens(keys, "orders", "orders");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> published(String jwks) throws JoseException {
    return (List<Map<String, Object>>) JsonUtil.parseJson(jwks).get("keys");
  }
}
