package org.orders.application.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.shared.ConcurrentChange;

/** Sessions in memory. */
public final class InMemorySessionRepository implements SessionRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<SessionId, Session> sessions;

  public InMemorySessionRepository(InMemoryDatabase database) {
    this.database = database;
    this.sessions = database.table("sessions");
  }

  @Override
  public void add(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public Optional<Session> lock(SessionId id) {
    return sessions.lock(id);
  }

  @Override
  public void save(Session session) {
    database.run(
        () -> {
          if (sessions.lock(session.id()).isEmpty()) {
            throw new ConcurrentChange();
          }
          sessions.put(session.id(), session);
        });
  }

  @Override
  public List<SessionId> endAll(Subject subject, @Nullable SessionId kept, Instant at) {
    return database.run(
        () -> {
          List<Session> gone =
              sessions.values().stream()
                  .filter(session -> session.subject().equals(subject))
                  .filter(session -> session.endedAt() == null && !session.id().equals(kept))
                  .toList();
          gone.forEach(session -> sessions.put(session.id(), session.end(at)));
          return gone.stream().map(Session::id).toList();
        });
  }

  @Override
  public List<SessionId> endedSince(Instant time) {
    return sessions.values().stream()
        .filter(session -> session.endedAt() != null && !session.endedAt().isBefore(time))
        .map(Session::id)
        .toList();
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    return sessions.removeSome(
        session ->
            session.expiresAt().isBefore(time)
                || (session.endedAt() != null && session.endedAt().isBefore(time)),
        max);
  }
}
