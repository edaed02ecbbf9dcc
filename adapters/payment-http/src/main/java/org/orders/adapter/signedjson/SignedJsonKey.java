package org.orders.adapter.signedjson;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that both sides know, and what is signed with it: {@code t=<seconds>,v1=<hex>}, the
 * HMAC-SHA256 of the time, a full stop and the text.
 */
final class SignedJsonKey {

  /** The header that carries the signature. */
  static final String HEADER = "Orders-Signature";

  private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

  private final SecretKeySpec key;

  SignedJsonKey(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** What a signature is worth. */
  enum Verdict {
    GENUINE,
    FORGED,
    STALE
  }

  String sign(String text, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    return "t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(time, text));
  }

  /**
   * Whether the text was signed with this key.
   *
   * @param tolerance how far the signature's time may be from now
   */
  Verdict verify(String text, String signature, Instant now, Duration tolerance) {
    Matcher parts = SIGNATURE.matcher(signature);
    if (!parts.matches()
        || !MessageDigest.isEqual(
            hmac(parts.group(1), text), HexFormat.of().parseHex(parts.group(2)))) {
      return Verdict.FORGED;
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
    return Duration.between(signedAt, now).abs().compareTo(tolerance) > 0
        ? Verdict.STALE
        : Verdict.GENUINE;
  }

  private byte[] hmac(String time, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((time + "." + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has HmacSHA256", missing);
    }
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "SignedJsonKey[***]";
  }
}
