package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.SessionId;
import org.orders.domain.order.OrderId;

/** Tokens that are almost ours: each differs in one point from one that is taken. */
class ForgedTokensTest {

  private static final Instant NOW = Instant.parse("2026-07-08T09:10:11Z");
  private static final String SUBJECT = UUID.randomUUID().toString();
  private static final SessionId SESSION = new SessionId(UUID.randomUUID());

  private final JwtAccessTokens tokens =
      new JwtAccessTokens(TestKeys.configured(TestKeys.OURS), "orders", "orders");

  private static TokenForge good() {
    return TokenForge.accessToken(SUBJECT, SESSION, NOW);
  }

  /** Without this the refusals below would prove nothing. */
  @Test
  void theTokenTheyAllDifferFromIsTaken() {
    assertThat(tokens.read(good().write(), NOW).session()).isEqualTo(SESSION);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void isRefused(String name, String token) {
    assertThatThrownBy(() -> tokens.read(token, NOW))
        .isInstanceOf(InvalidToken.class)
        .hasNoCause()
        .hasMessage("A valid token is needed.");
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(keys(), headers(), claims(), shapes()).flatMap(part -> part);
  }

  private static Stream<Arguments> keys() {
    byte[] publicKey = TestKeys.OURS.getPublic().getEncoded();
    byte[] publicPem =
        TestKeys.pem("PUBLIC KEY", TestKeys.OURS.getPublic()).getBytes(StandardCharsets.US_ASCII);
    RsaJsonWebKey theirs = new RsaJsonWebKey((RSAPublicKey) TestKeys.OTHERS.getPublic());
    Map<String, Object> embedded = theirs.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    return Stream.of(
        forged("signed with another key", other().write()),
        forged(
            "signed with another key under its own id",
            other().header("kid", theirs.calculateBase64urlEncodedThumbprint("SHA-256")).write()),
        forged("brings its own key", other().header("jwk", embedded).write()),
        forged(
            "brings its own key and names no other",
            other().withoutHeader("kid").header("jwk", embedded).write()),
        forged("names an address for its key", other().header("jku", "http://127.0.0.1/").write()),
        forged("not signed", good().unsigned()),
        forged("not signed, spelled NoNe", good().unsigned().replaceFirst("^[^.]+", none("NoNe"))),
        forged("HS256 with the public key", hmac(publicKey).write()),
        forged("HS256 with the public key as PEM", hmac(publicPem).write()));
  }

  private static TokenForge other() {
    return good().signedWith(TestKeys.OTHERS.getPrivate());
  }

  private static TokenForge hmac(byte[] secret) {
    return good().header("alg", "HS256").signedWith(new SecretKeySpec(secret, "HmacSHA256"));
  }

  private static String none(String spelling) {
    return TokenForge.part("{\"alg\":\"" + spelling + "\",\"typ\":\"at+jwt\"}");
  }

  private static Stream<Arguments> headers() {
    return Stream.of(
        forged("RS512", good().header("alg", "RS512").write()),
        forged("PS256", good().header("alg", "PS256").write()),
        forged("no key id", good().withoutHeader("kid").write()),
        forged("no type", good().withoutHeader("typ").write()),
        forged("a plain JWT", good().header("typ", "JWT").write()),
        forged("the type of another kind", good().header("typ", "order+jwt").write()),
        forged("a type that is no text", good().header("typ", 7).write()),
        forged(
            "an extension we do not know",
            good().header("crit", List.of("exp")).header("exp", 1).write()));
  }

  private static Stream<Arguments> claims() {
    long now = NOW.getEpochSecond();
    Stream<Arguments> missing =
        Stream.of("iss", "aud", "sub", "groups", "iat", "nbf", "exp", "jti", "sid")
            .map(name -> forged("no " + name, good().without(name).write()));
    Stream<Arguments> wrong =
        Stream.of(
            forged("another issuer", good().claim("iss", "others").write()),
            forged("another audience", good().claim("aud", List.of("others")).write()),
            forged("expired", good().claim("iat", now - 900).claim("exp", now - 5).write()),
            forged("not yet valid", good().claim("nbf", now + 6).write()),
            forged("ends before it began", good().claim("exp", now - 1).write()),
            forged("times as text", good().claim("exp", "never").write()),
            forged("a subject that is no id", good().claim("sub", "me").write()),
            forged("a session that is no id", good().claim("sid", "mine").write()),
            forged("no role", good().claim("groups", List.of()).write()),
            forged("two roles", good().claim("groups", List.of("CUSTOMER", "ADMIN")).write()),
            forged("an unknown role", good().claim("groups", List.of("ROOT")).write()),
            forged("a role as text", good().claim("groups", "ADMIN").write()),
            forged("nobody", good().claim("groups", List.of("ANONYMOUS")).write()),
            forged("a guest with a session", good().claim("groups", List.of("GUEST")).write()),
            forged(
                "an order's token of a customer",
                good().header("typ", "order+jwt").without("sid").write()));
    return Stream.concat(missing, wrong);
  }

  private static Stream<Arguments> shapes() {
    String token = good().write();
    String[] parts = token.split("\\.", -1);
    return Stream.of(
        forged("nothing", ""),
        forged("dots", ".."),
        forged("garbage", "Bearer me"),
        forged("zeros", "\0.\0.\0"),
        forged("letters of another script", "ก.ข.ค"),
        forged("one part", parts[0]),
        forged("two parts", parts[0] + "." + parts[1]),
        forged("no signature", parts[0] + "." + parts[1] + "."),
        forged("four parts", token + ".x"),
        forged("five parts", token + ".x.y"),
        forged("truncated", token.substring(0, token.length() - 1)),
        forged("longer", token + "A"),
        forged("padded", token + "=="),
        forged("a space before", " " + token),
        forged("a line end behind", token + "\n"),
        forged("a character the decoder skips", parts[0] + ".*" + parts[1] + "." + parts[2]),
        forged("an algorithm that is no text", headed("{\"alg\":7,\"kid\":\"a\"}")),
        forged("a key id that is no text", headed("{\"alg\":\"RS256\",\"kid\":[7]}")),
        forged("a header that is no object", headed("[]")),
        forged("a header that is null", headed("null")),
        forged("an empty header", headed("{}")),
        forged("a header said twice", headed("{\"alg\":\"RS256\",\"alg\":\"none\"}")),
        forged("no JSON", TokenForge.part("me") + "." + parts[1] + "." + parts[2]),
        forged("deep JSON", TokenForge.part("[".repeat(2_900)) + ".e30.AAAA"),
        forged("oversize", good().claim("note", "x".repeat(4_096)).write()),
        forged("huge", "x".repeat(10_000_000)));
  }

  private static String headed(String header) {
    String token = good().write();
    return TokenForge.part(header) + token.substring(token.indexOf('.'));
  }

  private static Arguments forged(String name, String token) {
    return Arguments.of(name, token);
  }

  @Test
  void noCharacterOfATokenCanBeChanged() {
    String token = good().write();

    assertThat(IntStream.range(0, token.length()).filter(at -> isTaken(changed(token, at))))
        .isEmpty();
  }

  /** The next letter: in the last place this changes only bits that a decoder ignores. */
  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : (char) (token.charAt(at) ^ 1);
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private boolean isTaken(String token) {
    try {
      tokens.read(token, NOW);
      return true;
    } catch (InvalidToken e) {
      return false;
    }
  }

  @Test
  void anOrdersTokenCannotBeRelabelledAsAnAccessToken() {
    String order = tokens.issueForOrder(new OrderId(UUID.randomUUID()), NOW);
    String access = good().write();
    String relabelled =
        access.substring(0, access.indexOf('.')) + order.substring(order.indexOf('.'));

    assertThatThrownBy(() -> tokens.read(relabelled, NOW)).isInstanceOf(InvalidToken.class);
  }
}
