package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.application.access.SecretStore;
import org.orders.application.access.SessionId;

class HmacFingerprintsTest {

  private final SecretStore secrets = new InMemorySecrets();
  private final HmacFingerprints fingerprints = new HmacFingerprints(secrets);

  @Test
  void theSameContentHasTheSameFingerprintOnAnyReplica() {
    assertThat(new HmacFingerprints(secrets).of("POST /orders ร้าน"))
        .isEqualTo(fingerprints.of("POST /orders ร้าน"))
        .hasSize(43);
  }

  @Test
  void otherContentHasAnotherFingerprint() {
    assertThat(fingerprints.of("a")).isNotEqualTo(fingerprints.of("b"));
    assertThat(fingerprints.of("")).isNotEqualTo(fingerprints.of("\0"));
  }

  @Test
  void nobodyElseCanComputeIt() {
    assertThat(new HmacFingerprints(new InMemorySecrets()).of("a"))
        .isNotEqualTo(fingerprints.of("a"));
  }

  @Test
  void itsKeyIsNotTheOneOfRefreshTokens() {
    new HmacRefreshTokens(secrets).issue(new SessionId(UUID.randomUUID()), 1);
    byte[] refresh = secrets.getOrCreate("refresh-token-key", () -> new byte[0]);
    fingerprints.of("a");
    byte[] fingerprint = secrets.getOrCreate("fingerprint-key", () -> new byte[0]);

    assertThat(refresh).hasSize(32).isNotEqualTo(fingerprint);
    assertThat(fingerprint).hasSize(32);
  }

  @Test
  void aKeyIsNotShown() {
    assertThat(new KeptKey(secrets, "some-key").toString()).isEqualTo("KeptKey[some-key]");
  }
}
