package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.orders.application.access.Tokens;

/**
 * What somebody who came in shows from now on.
 *
 * @param expiresIn seconds until the access token ends
 */
@RegisterForReflection
public record TokensJson(
    String accessToken, @Nullable String refreshToken, String tokenType, long expiresIn) {

  static TokensJson of(Tokens tokens) {
    return new TokensJson(
        tokens.accessToken(), tokens.refreshToken(), "Bearer", tokens.expiresIn());
  }

  /** Never shows the tokens. */
  @Override
  public String toString() {
    return "TokensJson[***]";
  }
}
