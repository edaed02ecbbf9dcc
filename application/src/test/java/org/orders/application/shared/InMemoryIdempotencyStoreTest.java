package org.orders.application.shared;

import org.orders.application.InMemoryPersistence;

class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {

  private final InMemoryPersistence persistence = InMemoryPersistence.on(new InMemoryDatabase());

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
