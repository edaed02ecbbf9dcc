package org.orders.application.payment;

import org.orders.application.InMemoryPersistence;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Persistence;

class InMemoryPaymentRepositoryTest extends PaymentRepositoryContract {

  private final InMemoryPersistence persistence = InMemoryPersistence.on(new InMemoryDatabase());

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
