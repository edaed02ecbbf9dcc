package org.orders.application.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One log-in and the chain of refresh tokens that follows from it. Tokens are numbered; only the
 * number of the newest is kept, so that a stolen copy of an older one is noticed.
 *
 * @param newest the number of the newest refresh token
 * @param rotatedAt when the newest took the place of the one before
 * @param endedAt when it was ended by its owner, by a change of password or by a replayed token
 */
public record Session(
    SessionId id,
    Subject subject,
    int newest,
    Instant rotatedAt,
    Instant expiresAt,
    @Nullable Instant endedAt) {

  /** How long a token may be shown again, because its answer may have been lost. */
  static final Duration GRACE = Duration.ofSeconds(10);

  /** What showing a refresh token does. */
  public sealed interface Rotation {

    /** The session as it is then. */
    Session session();

    /** The session goes on; its newest token is the answer. */
    record Continued(Session session) implements Rotation {}

    /** The session has ended; whoever shows the token may have stolen it. */
    record Ended(Session session) implements Rotation {}
  }

  static Session begin(SessionId id, Subject subject, Instant at, Duration lifetime) {
    return new Session(id, subject, 1, at, at.plus(lifetime), null);
  }

  Rotation rotate(int shown, Instant at, Duration lifetime) {
    if (isOver(at)) {
      return new Rotation.Ended(this);
    }
    if (shown == newest) {
      return new Rotation.Continued(
          new Session(id, subject, newest + 1, at, at.plus(lifetime), null));
    }
    boolean answerLost = shown == newest - 1 && at.isBefore(rotatedAt.plus(GRACE));
    return answerLost ? new Rotation.Continued(this) : new Rotation.Ended(end(at));
  }

  Session end(Instant at) {
    return endedAt != null ? this : new Session(id, subject, newest, rotatedAt, expiresAt, at);
  }

  boolean isOver(Instant at) {
    return endedAt != null || !at.isBefore(expiresAt);
  }
}
