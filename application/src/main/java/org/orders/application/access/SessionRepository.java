package org.orders.application.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where sessions are kept. All methods take part in the caller's transaction. */
public interface SessionRepository {

  void add(Session session);

  /** The session, held against other writers until the transaction ends. */
  Optional<Session> lock(SessionId id);

  void save(Session session);

  /**
   * Ends all the subject's sessions but one.
   *
   * @param kept the one that goes on; nothing to end all
   * @return those that were ended
   */
  List<SessionId> endAll(Subject subject, @Nullable SessionId kept, Instant at);

  /** The sessions that were ended at or after the given time. */
  List<SessionId> endedSince(Instant time);

  /**
   * Forgets sessions that ended or expired before the given time.
   *
   * @return how many were forgotten
   */
  int forgetBefore(Instant time, int max);
}
