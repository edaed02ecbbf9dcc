package org.orders.application.access;

import java.util.Optional;

/** Writes and reads refresh tokens; the same session and number make the same token. */
public interface RefreshTokens {

  String issue(SessionId session, int number);

  /** What the token says, where it is one of ours. */
  Optional<Shown> read(String token);

  /** A refresh token's content. */
  record Shown(SessionId session, int number) {}
}
