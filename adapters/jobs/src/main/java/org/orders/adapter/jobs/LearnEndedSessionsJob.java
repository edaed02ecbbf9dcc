package org.orders.adapter.jobs;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.orders.application.access.EndedSessions;

/**
 * Learns which sessions were ended on other replicas, so that their tokens are refused here too.
 */
@ApplicationScoped
class LearnEndedSessionsJob {

  private final EndedSessions endedSessions;
  private final Quietly quietly;

  LearnEndedSessionsJob(EndedSessions endedSessions, Quietly quietly) {
    this.endedSessions = endedSessions;
    this.quietly = quietly;
  }

  /** Before the first request: a token that was ended before a restart must not work after it. */
  void learnAtStart(@Observes StartupEvent start) {
    endedSessions.refresh();
  }

  @Scheduled(
      identity = "learn-ended-sessions",
      every = "${orders.jobs.learn-ended-sessions-every:2s}",
      delayed = "2s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    quietly.run("learn-ended-sessions", endedSessions::refresh);
  }
}
