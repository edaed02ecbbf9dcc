package org.orders.application.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orders.application.shared.UnitOfWork;

/**
 * The sessions that were ended so recently that an access token of theirs may still be valid, as
 * far as this replica knows. Asking it costs no look at the database; {@link #refresh} brings in
 * what other replicas ended and is to be called every few seconds.
 */
public final class EndedSessions {

  /** How far each look reaches back beyond the one before: clocks differ, commits take time. */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private final SessionRepository sessions;
  private final UnitOfWork work;
  private final InstantSource clock;
  private final Duration accessTokenLifetime;
  private final Map<SessionId, Instant> known = new ConcurrentHashMap<>();
  private volatile Instant lookedAt = Instant.EPOCH;

  public EndedSessions(
      SessionRepository sessions,
      UnitOfWork work,
      InstantSource clock,
      Duration accessTokenLifetime) {
    this.sessions = sessions;
    this.work = work;
    this.clock = clock;
    this.accessTokenLifetime = accessTokenLifetime;
  }

  public boolean contains(SessionId id) {
    return known.containsKey(id);
  }

  void addAll(Collection<SessionId> ids) {
    Instant now = clock.instant();
    ids.forEach(id -> known.put(id, now));
  }

  /** Learns what was ended elsewhere, and forgets what cannot matter any more. */
  public void refresh() {
    Instant now = clock.instant();
    Instant horizon = now.minus(accessTokenLifetime).minus(OVERLAP);
    Instant since = lookedAt.minus(OVERLAP).isAfter(horizon) ? lookedAt.minus(OVERLAP) : horizon;
    List<SessionId> found = work.run(() -> sessions.endedSince(since));
    found.forEach(id -> known.putIfAbsent(id, now));
    known.values().removeIf(at -> at.isBefore(horizon));
    lookedAt = now;
  }
}
