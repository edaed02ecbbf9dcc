package org.orders.adapter.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.orders.application.access.SecretStore;
import org.orders.application.shared.Fingerprints;

/** Fingerprints by HMAC-SHA256: who reads the database cannot guess contents and compare them. */
@Singleton
final class HmacFingerprints implements Fingerprints {

  private final KeptKey key;

  HmacFingerprints(SecretStore secrets) {
    key = new KeptKey(secrets, "fingerprint-key");
  }

  void load(@Observes StartupEvent event) {
    key.load();
  }

  @Override
  public String of(String content) {
    return StrictBase64.encode(key.hash(content));
  }
}
