package org.orders.adapter.security;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * The key that signs, and all keys whose signatures still count. A key's id is its thumbprint (RFC
 * 7638), so replicas agree on it without talking.
 */
final class KeySet {

  private final PrivateKey signing;
  private final String signingId;
  private final Map<String, RSAPublicKey> accepted;
  private final String jwks;

  private KeySet(
      PrivateKey signing, String signingId, Map<String, RSAPublicKey> accepted, String jwks) {
    this.signing = signing;
    this.signingId = signingId;
    this.accepted = accepted;
    this.jwks = jwks;
  }

  /**
   * A set of keys.
   *
   * @param previous signed before; their tokens are still accepted
   */
  static KeySet of(RSAPrivateCrtKey signing, List<RSAPublicKey> previous) {
    List<RSAPublicKey> keys = new ArrayList<>();
    keys.add(publicKeyOf(signing));
    keys.addAll(previous);
    Map<String, RSAPublicKey> accepted = new LinkedHashMap<>();
    JsonWebKeySet published = new JsonWebKeySet();
    for (RSAPublicKey key : keys) {
      RsaJsonWebKey jwk = jwk(key);
      if (accepted.putIfAbsent(jwk.getKeyId(), key) == null) {
        published.addJsonWebKey(jwk);
      }
    }
    return new KeySet(
        signing,
        accepted.keySet().iterator().next(),
        Map.copyOf(accepted),
        published.toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  PrivateKey signing() {
    return signing;
  }

  String signingId() {
    return signingId;
  }

  Optional<RSAPublicKey> accepted(String id) {
    return Optional.ofNullable(accepted.get(id));
  }

  String jwks() {
    return jwks;
  }

  private static RsaJsonWebKey jwk(RSAPublicKey key) {
    RsaJsonWebKey jwk = new RsaJsonWebKey(key);
    jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
    jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    jwk.setUse("sig");
    return jwk;
  }

  private static RSAPublicKey publicKeyOf(RSAPrivateCrtKey key) {
    try {
      var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This platform has no RSA", e);
    }
  }

  @Override
  public String toString() {
    return "KeySet" + accepted.keySet();
  }
}
