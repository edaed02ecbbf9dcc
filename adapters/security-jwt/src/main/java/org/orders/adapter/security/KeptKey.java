package org.orders.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.orders.application.access.SecretStore;

/** A secret key for HMAC-SHA256, made once and kept for all replicas. */
final class KeptKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretStore store;
  private final String name;
  private volatile @Nullable SecretKeySpec loaded;

  KeptKey(SecretStore store, String name) {
    this.store = store;
    this.name = name;
  }

  /** Reads the key, so that no later use has to wait for the store. */
  void load() {
    key();
  }

  byte[] hash(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This platform has no " + ALGORITHM, e);
    }
  }

  byte[] hash(String content) {
    return hash(content.getBytes(StandardCharsets.UTF_8));
  }

  private SecretKeySpec key() {
    SecretKeySpec present = loaded;
    if (present == null) {
      // Two threads may both ask the store: it answers both the same.
      present = new SecretKeySpec(store.getOrCreate(name, KeptKey::random), ALGORITHM);
      loaded = present;
    }
    return present;
  }

  private static byte[] random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "KeptKey[" + name + "]";
  }
}
