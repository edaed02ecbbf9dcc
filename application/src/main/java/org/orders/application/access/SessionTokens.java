package org.orders.application.access;

import java.time.Instant;

/** Writes both tokens of a session. */
final class SessionTokens {

  private final AccessTokens access;
  private final RefreshTokens refresh;
  private final AccessPolicy policy;

  SessionTokens(AccessTokens access, RefreshTokens refresh, AccessPolicy policy) {
    this.access = access;
    this.refresh = refresh;
    this.policy = policy;
  }

  Tokens of(Session session, Instant now) {
    return new Tokens(
        access.issue(session.subject(), session.id(), now, policy.accessToken()),
        refresh.issue(session.id(), session.newest()),
        policy.accessToken().toSeconds());
  }
}
