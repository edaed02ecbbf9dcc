package org.orders.adapter.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.orders.application.access.RefreshTokens;
import org.orders.application.access.SecretStore;
import org.orders.application.access.SessionId;

/**
 * Refresh tokens that are computed and never stored: base64url of the session's id (16 bytes), the
 * token's number (4) and an HMAC-SHA256 of both (32). So a lost answer can be given again, and the
 * database holds nothing that could be shown as a token.
 */
@Singleton
final class HmacRefreshTokens implements RefreshTokens {

  private static final int CONTENT_BYTES = 16 + 4;
  private static final int TOKEN_CHARACTERS = 70;

  private final KeptKey key;

  HmacRefreshTokens(SecretStore secrets) {
    key = new KeptKey(secrets, "refresh-token-key");
  }

  void load(@Observes StartupEvent event) {
    key.load();
  }

  @Override
  public String issue(SessionId session, int number) {
    byte[] content =
        ByteBuffer.allocate(CONTENT_BYTES)
            .putLong(session.value().getMostSignificantBits())
            .putLong(session.value().getLeastSignificantBits())
            .putInt(number)
            .array();
    byte[] seal = key.hash(content);
    return StrictBase64.encode(
        ByteBuffer.allocate(content.length + seal.length).put(content).put(seal).array());
  }

  @Override
  public Optional<Shown> read(String token) {
    if (token.length() != TOKEN_CHARACTERS) {
      return Optional.empty();
    }
    return StrictBase64.decode(token).filter(this::isSealed).map(HmacRefreshTokens::content);
  }

  private boolean isSealed(byte[] bytes) {
    byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
    byte[] seal = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
    // Takes the same time wherever the first difference is.
    return MessageDigest.isEqual(seal, key.hash(content));
  }

  private static Shown content(byte[] bytes) {
    ByteBuffer content = ByteBuffer.wrap(bytes);
    return new Shown(
        new SessionId(new UUID(content.getLong(), content.getLong())), content.getInt());
  }
}
