package org.orders.adapter.security;

import java.util.Base64;
import java.util.Optional;

/**
 * Unpadded base64url that has one spelling only. Lenient decoders skip foreign characters and
 * ignore the last character's unused bits, so that a changed token would still be taken for ours.
 */
final class StrictBase64 {

  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The bytes; nothing where this is not how {@link #encode} would spell them. */
  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
