package org.orders.application.notification;

import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.UnitOfWork;

class InMemoryOutboxTest extends OutboxContract {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryOutbox outbox = new InMemoryOutbox(database);

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected UnitOfWork work() {
    return database;
  }
}
