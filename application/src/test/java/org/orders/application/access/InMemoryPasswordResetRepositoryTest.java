package org.orders.application.access;

import org.orders.application.InMemoryPersistence;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Persistence;

class InMemoryPasswordResetRepositoryTest extends PasswordResetRepositoryContract {

  private final InMemoryPersistence kept = InMemoryPersistence.on(new InMemoryDatabase());

  @Override
  protected Persistence persistence() {
    return kept;
  }
}
