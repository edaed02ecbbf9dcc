package org.orders.application.access;

import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.UnitOfWork;

class InMemoryWishRepositoryTest extends WishRepositoryContract {

  private final InMemoryDatabase database = new InMemoryDatabase();

  @Override
  protected WishRepository wishes() {
    return new InMemoryWishRepository(database);
  }

  @Override
  protected CredentialRepository credentials() {
    return new InMemoryCredentialRepository(database);
  }

  @Override
  protected UnitOfWork work() {
    return database;
  }
}
