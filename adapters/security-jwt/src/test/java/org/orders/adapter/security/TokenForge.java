package org.orders.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.orders.application.access.SessionId;

/** Writes tokens as somebody else would; without any change they are as good as ours. */
final class TokenForge {

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private Key key = TestKeys.OURS.getPrivate();

  private TokenForge() {}

  static TokenForge accessToken(String subject, SessionId session, Instant at) {
    return new TokenForge()
        .header("alg", "RS256")
        .header("kid", keyId(TestKeys.OURS.getPublic()))
        .header("typ", "at+jwt")
        .claim("iss", "orders")
        .claim("aud", "orders")
        .claim("sub", subject)
        .claim("groups", List.of("CUSTOMER"))
        .claim("iat", at.getEpochSecond())
        .claim("nbf", at.getEpochSecond())
        .claim("exp", at.getEpochSecond() + 900)
        .claim("jti", "1")
        .claim("sid", session.value().toString());
  }

  static String keyId(PublicKey key) {
    return new RsaJsonWebKey((RSAPublicKey) key).calculateBase64urlEncodedThumbprint("SHA-256");
  }

  TokenForge header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  TokenForge withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  TokenForge claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  TokenForge without(String claim) {
    claims.remove(claim);
    return this;
  }

  TokenForge signedWith(Key other) {
    key = other;
    return this;
  }

  String write() {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setDoKeyValidation(false);
    header.forEach(signature::setHeader);
    signature.setPayload(JsonUtil.toJson(claims));
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  /** A token with no signature at all. */
  String unsigned() {
    header.put("alg", "none");
    return part(JsonUtil.toJson(header)) + "." + part(JsonUtil.toJson(claims)) + ".";
  }

  static String part(String json) {
    return StrictBase64.encode(json.getBytes(StandardCharsets.UTF_8));
  }
}
