package org.orders.application.returns;

import org.orders.application.InMemoryPersistence;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Persistence;

class InMemoryReturnRepositoryTest extends ReturnRepositoryContract {

  private final InMemoryPersistence persistence = InMemoryPersistence.on(new InMemoryDatabase());

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
