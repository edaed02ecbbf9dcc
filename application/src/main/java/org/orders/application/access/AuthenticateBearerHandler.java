package org.orders.application.access;

import java.time.InstantSource;

/** Reads a token and refuses those of ended sessions; it never looks into the database. */
final class AuthenticateBearerHandler implements AuthenticateBearer {

  private final AccessTokens tokens;
  private final EndedSessions ended;
  private final InstantSource clock;

  AuthenticateBearerHandler(AccessTokens tokens, EndedSessions ended, InstantSource clock) {
    this.tokens = tokens;
    this.ended = ended;
    this.clock = clock;
  }

  @Override
  public Caller authenticate(String accessToken) {
    Caller caller = tokens.read(accessToken, clock.instant());
    SessionId session = caller.session();
    if (session != null && ended.contains(session)) {
      throw new InvalidToken();
    }
    return caller;
  }
}
