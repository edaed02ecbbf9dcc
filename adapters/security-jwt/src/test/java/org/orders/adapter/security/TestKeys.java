package org.orders.adapter.security;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Keys for tests; made once, because that takes long. */
final class TestKeys {

  static final KeyPair OURS = make("RSA", 2048);
  static final KeyPair OTHERS = make("RSA", 2048);

  private TestKeys() {}

  static KeyPair make(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static String pem(String label, Key key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** Keys of a service that was configured with this pair. */
  static SigningKeys configured(KeyPair pair) {
    return new SigningKeys(
        new InMemorySecrets(),
        Optional.of(pem("PRIVATE KEY", pair.getPrivate())),
        Optional.empty());
  }
}
