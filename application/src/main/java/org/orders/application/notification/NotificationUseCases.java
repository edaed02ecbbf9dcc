package org.orders.application.notification;

import java.util.List;
import org.orders.application.job.JobQueue;
import org.orders.application.shared.UnitOfWork;

/** All that is done to tell somebody of something, put together from what it needs. */
public record NotificationUseCases(
    Outbox outbox, List<OutboxListener> listeners, JobQueue jobs, UnitOfWork work) {

  public NotificationUseCases {
    listeners = List.copyOf(listeners);
  }

  public RelayOutbox relayOutbox() {
    return new RelayOutboxHandler(outbox, listeners, jobs, work);
  }
}
