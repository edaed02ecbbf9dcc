package org.orders.adapter.rest.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orders.application.access.InvalidCredentials;

/** A client's id and secret as HTTP Basic carries them, form-encoded as RFC 6749 wants them. */
record BasicCredentials(String name, String secret) {

  private static final String SCHEME = "basic ";

  /**
   * Those that the header holds.
   *
   * @throws InvalidCredentials when there are none in it
   */
  static BasicCredentials of(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new InvalidCredentials();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      if (parts.length == 2) {
        return new BasicCredentials(unescape(parts[0]), unescape(parts[1]));
      }
    } catch (IllegalArgumentException notBase64) {
      // Falls through: it makes no difference in which way credentials are none.
    }
    throw new InvalidCredentials();
  }

  private static String unescape(String text) {
    try {
      return text.indexOf('%') < 0
          ? text
          : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return text;
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "BasicCredentials[***]";
  }
}
