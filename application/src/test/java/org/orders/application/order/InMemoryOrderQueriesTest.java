package org.orders.application.order;

import org.orders.application.InMemoryPersistence;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Persistence;

class InMemoryOrderQueriesTest extends OrderQueriesContract {

  private final InMemoryPersistence persistence = InMemoryPersistence.on(new InMemoryDatabase());

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
