package org.orders.adapter.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Rows;
import org.orders.adapter.persistence.shared.SqlNull;
import org.orders.application.access.Session;
import org.orders.application.access.SessionId;
import org.orders.application.access.SessionRepository;
import org.orders.application.access.Subject;
import org.orders.domain.shared.ConcurrentChange;

/** Sessions as Panache entities; what concerns many at once are native statements. */
@ApplicationScoped
public class PanacheSessionRepository implements SessionRepository {

  private final Database database;

  PanacheSessionRepository(Database database) {
    this.database = database;
  }

  @Override
  public void add(Session session) {
    SessionRow.of(session).persistAndFlush();
  }

  @Override
  public Optional<Session> lock(SessionId id) {
    return Rows.lock(SessionRow.class, id.value()).map(SessionRow::toSession);
  }

  @Override
  public void save(Session session) {
    SessionRow row =
        Rows.find(SessionRow.class, session.id().value()).orElseThrow(ConcurrentChange::new);
    row.take(session);
    SessionRow.flush();
  }

  @Override
  public List<SessionId> endAll(Subject subject, @Nullable SessionId kept, Instant at) {
    return database.run(
        sql ->
            sql.query(
                """
                UPDATE session SET ended_at = ?
                  WHERE role = ? AND subject = ? AND ended_at IS NULL
                    AND id IS DISTINCT FROM ?
                  RETURNING id
                """,
                row -> new SessionId(row.uuid("id")),
                at,
                subject.role(),
                subject.id(),
                kept == null ? SqlNull.UUID : kept.value()));
  }

  @Override
  public List<SessionId> endedSince(Instant time) {
    return database.run(
        sql ->
            sql.query(
                "SELECT id FROM session WHERE ended_at >= ?",
                row -> new SessionId(row.uuid("id")),
                time));
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    return database.run(
        sql ->
            sql.update(
                """
                DELETE FROM session WHERE id IN (
                  SELECT id FROM session WHERE expires_at < ? OR ended_at < ?
                    LIMIT ? FOR UPDATE SKIP LOCKED)
                """,
                time,
                time,
                max));
  }
}
