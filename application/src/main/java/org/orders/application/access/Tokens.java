package org.orders.application.access;

import org.jspecify.annotations.Nullable;

/**
 * What somebody who came in shows from now on.
 *
 * @param refreshToken nothing for service clients, who come in again instead
 * @param expiresIn seconds until the access token ends
 */
public record Tokens(String accessToken, @Nullable String refreshToken, long expiresIn) {

  /** Never shows the tokens. */
  @Override
  public String toString() {
    return "Tokens[***]";
  }
}
