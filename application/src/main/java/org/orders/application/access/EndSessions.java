package org.orders.application.access;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.UnitOfWork;

/** Ends the sessions of somebody who shall not come in any more, or with a new password only. */
public final class EndSessions {

  private final SessionRepository sessions;
  private final EndedSessions ended;
  private final UnitOfWork work;
  private final InstantSource clock;

  public EndSessions(
      SessionRepository sessions, EndedSessions ended, UnitOfWork work, InstantSource clock) {
    this.sessions = sessions;
    this.ended = ended;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Ends all the subject's sessions but one, together with the change that asks for it; here at
   * once, on other replicas within seconds.
   *
   * @param kept the one that goes on; nothing to end all
   */
  public void endAll(Subject subject, @Nullable SessionId kept, Runnable change) {
    List<SessionId> gone =
        work.run(
            () -> {
              change.run();
              return sessions.endAll(subject, kept, clock.instant());
            });
    // Only after the commit: what was rolled back has not ended.
    ended.addAll(gone);
  }

  /** Ends one session. */
  public void end(SessionId id) {
    work.run(
        () -> sessions.lock(id).ifPresent(session -> sessions.save(session.end(clock.instant()))));
    ended.addAll(List.of(id));
  }
}
