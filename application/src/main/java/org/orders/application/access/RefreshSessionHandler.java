package org.orders.application.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.orders.application.access.RefreshTokens.Shown;
import org.orders.application.access.Session.Rotation;
import org.orders.application.shared.UnitOfWork;

/** Rotates a session's refresh token under the session's row lock. */
final class RefreshSessionHandler implements RefreshSession {

  private final RefreshTokens refreshTokens;
  private final SessionRepository sessions;
  private final SessionTokens tokens;
  private final EndedSessions ended;
  private final AccessPolicy policy;
  private final UnitOfWork work;
  private final InstantSource clock;

  RefreshSessionHandler(
      RefreshTokens refreshTokens,
      SessionRepository sessions,
      SessionTokens tokens,
      EndedSessions ended,
      AccessPolicy policy,
      UnitOfWork work,
      InstantSource clock) {
    this.refreshTokens = refreshTokens;
    this.sessions = sessions;
    this.tokens = tokens;
    this.ended = ended;
    this.policy = policy;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Tokens refresh(String refreshToken) {
    Shown shown = refreshTokens.read(refreshToken).orElseThrow(InvalidToken::new);
    Instant now = clock.instant();
    // The end of a session must be kept, so the refusal comes after the transaction.
    Optional<Rotation> rotation = work.run(() -> rotate(shown, now));
    return switch (rotation.orElseThrow(InvalidToken::new)) {
      case Rotation.Continued(var session) -> tokens.of(session, now);
      case Rotation.Ended(var session) -> {
        ended.addAll(List.of(session.id()));
        throw new InvalidToken();
      }
    };
  }

  private Optional<Rotation> rotate(Shown shown, Instant now) {
    return sessions
        .lock(shown.session())
        .map(
            present -> {
              Rotation rotation = present.rotate(shown.number(), now, policy.refreshToken());
              sessions.save(rotation.session());
              return rotation;
            });
  }
}
