package org.orders.adapter.persistence.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.application.access.Role;
import org.orders.application.access.Session;
import org.orders.application.access.SessionId;
import org.orders.application.access.Subject;

/** A row of the table of sessions. */
@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class SessionRow extends PanacheEntityBase {

  @Id UUID id;

  @Enumerated(EnumType.STRING)
  Role role;

  String subject;
  int newest;

  @Column(name = "rotated_at")
  Instant rotatedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  static SessionRow of(Session session) {
    SessionRow row = new SessionRow();
    row.id = session.id().value();
    row.role = session.subject().role();
    row.subject = session.subject().id();
    row.take(session);
    return row;
  }

  /** Takes over what can change. */
  void take(Session session) {
    newest = session.newest();
    rotatedAt = session.rotatedAt();
    expiresAt = session.expiresAt();
    endedAt = session.endedAt();
  }

  Session toSession() {
    return new Session(
        new SessionId(id), Subject.of(role, subject), newest, rotatedAt, expiresAt, endedAt);
  }
}
