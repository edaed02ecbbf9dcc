package org.orders.adapter.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.orders.application.access.ResetId;
import org.orders.application.access.ResetTokens;
import org.orders.application.access.SecretStore;

/**
 * Tokens for new passwords that are computed and never stored: base64url of the wish's id (16
 * bytes) and an HMAC-SHA256 of it (32).
 */
@Singleton
final class HmacResetTokens implements ResetTokens {

  private static final int ID_BYTES = 16;
  private static final int TOKEN_CHARACTERS = 64;

  private final KeptKey key;

  HmacResetTokens(SecretStore secrets) {
    key = new KeptKey(secrets, "reset-token-key");
  }

  void load(@Observes StartupEvent event) {
    key.load();
  }

  @Override
  public String issue(ResetId reset) {
    byte[] id =
        ByteBuffer.allocate(ID_BYTES)
            .putLong(reset.value().getMostSignificantBits())
            .putLong(reset.value().getLeastSignificantBits())
            .array();
    byte[] seal = key.hash(id);
    return StrictBase64.encode(
        ByteBuffer.allocate(id.length + seal.length).put(id).put(seal).array());
  }

  @Override
  public Optional<ResetId> read(String token) {
    if (token.length() != TOKEN_CHARACTERS) {
      return Optional.empty();
    }
    return StrictBase64.decode(token).filter(this::isSealed).map(HmacResetTokens::id);
  }

  private boolean isSealed(byte[] bytes) {
    byte[] seal = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
    // Takes the same time wherever the first difference is.
    return MessageDigest.isEqual(seal, key.hash(Arrays.copyOf(bytes, ID_BYTES)));
  }

  private static ResetId id(byte[] bytes) {
    ByteBuffer id = ByteBuffer.wrap(bytes);
    return new ResetId(new UUID(id.getLong(), id.getLong()));
  }
}
