package org.orders.application.notification;

import java.util.ArrayList;
import java.util.List;
import org.orders.application.job.JobQueue;
import org.orders.application.job.NewJob;
import org.orders.application.shared.UnitOfWork;

/** Relays a batch in one transaction; one bad message does not hold up the others. */
final class RelayOutboxHandler implements RelayOutbox {

  private final Outbox outbox;
  private final List<OutboxListener> listeners;
  private final JobQueue jobs;
  private final UnitOfWork work;

  RelayOutboxHandler(
      Outbox outbox, List<OutboxListener> listeners, JobQueue jobs, UnitOfWork work) {
    this.outbox = outbox;
    this.listeners = List.copyOf(listeners);
    this.jobs = jobs;
    this.work = work;
  }

  @Override
  public Relayed relay(int most) {
    return work.run(() -> relayOnce(most));
  }

  private Relayed relayOnce(int most) {
    List<OutboxMessage> messages = outbox.take(most);
    List<NewJob> following = new ArrayList<>();
    List<Parked> parked = new ArrayList<>();
    for (OutboxMessage message : messages) {
      try {
        following.addAll(whatFollows(message));
      } catch (RuntimeException failure) {
        parked.add(new Parked(message, failure));
      }
    }
    if (!parked.isEmpty()) {
      outbox.park(parked.stream().map(Parked::message).toList());
    }
    if (!following.isEmpty()) {
      jobs.enqueueAll(following);
    }
    return new Relayed(messages.size(), parked);
  }

  private List<NewJob> whatFollows(OutboxMessage message) {
    return listeners.stream().flatMap(listener -> listener.hear(message).stream()).toList();
  }
}
