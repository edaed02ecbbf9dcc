package org.orders.adapter.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orders.application.access.PublicKeys;
import org.orders.application.access.SecretStore;

/**
 * The keys of tokens: configured, or made on the first start and kept for all replicas. To change a
 * configured key, give the new one and name the old one's public half among the previous keys for
 * as long as its tokens live.
 */
@Singleton
final class SigningKeys implements PublicKeys {

  private static final String PRIVATE_KEY = "orders.jwt.private-key";
  private static final String PREVIOUS_KEYS = "orders.jwt.previous-public-keys";
  private static final String KEPT = "jwt-signing-key";
  private static final int BITS = 2048;

  private final SecretStore secrets;
  private final Optional<String> privateKey;
  private final Optional<String> previousKeys;
  private volatile @Nullable KeySet loaded;

  /**
   * Keys that are read when they are first needed.
   *
   * @param privateKey PEM text or a file's name; nothing to use the kept key
   * @param previousKeys PEM text or a file's name
   */
  SigningKeys(
      SecretStore secrets,
      @ConfigProperty(name = PRIVATE_KEY) Optional<String> privateKey,
      @ConfigProperty(name = PREVIOUS_KEYS) Optional<String> previousKeys) {
    this.secrets = secrets;
    this.privateKey = privateKey;
    this.previousKeys = previousKeys;
  }

  /** A wrong key stops the start, not the first log-in. */
  void load(@Observes StartupEvent event) {
    current();
  }

  KeySet current() {
    KeySet present = loaded;
    if (present == null) {
      // Two threads may both ask the store: it answers both the same.
      present = KeySet.of(signingKey(), previous());
      loaded = present;
    }
    return present;
  }

  @Override
  public String jwks() {
    return current().jwks();
  }

  private RSAPrivateCrtKey signingKey() {
    return privateKey
        .map(configured -> Pem.privateKey(PRIVATE_KEY, configured))
        .orElseGet(() -> Pem.privateKey(KEPT, secrets.getOrCreate(KEPT, SigningKeys::make)));
  }

  private List<RSAPublicKey> previous() {
    return previousKeys.map(keys -> Pem.publicKeys(PREVIOUS_KEYS, keys)).orElse(List.of());
  }

  private static byte[] make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair().getPrivate().getEncoded();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This platform has no RSA", e);
    }
  }
}
