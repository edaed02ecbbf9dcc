package org.orders.bootstrap.wiring;

import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.orders.application.job.JobQueue;
import org.orders.application.notification.NotificationUseCases;
import org.orders.application.notification.Outbox;
import org.orders.application.notification.OutboxListener;
import org.orders.application.notification.RelayOutbox;
import org.orders.application.shared.UnitOfWork;

/** Wires who hears of what happened: every bean that is an {@link OutboxListener}. */
@Dependent
class NotificationWiring {

  @Produces
  @Singleton
  NotificationUseCases useCases(
      Outbox outbox, @All List<OutboxListener> listeners, JobQueue jobs, UnitOfWork work) {
    return new NotificationUseCases(outbox, listeners, jobs, work);
  }

  @Produces
  @Singleton
  RelayOutbox relayOutbox(NotificationUseCases useCases) {
    return useCases.relayOutbox();
  }
}
