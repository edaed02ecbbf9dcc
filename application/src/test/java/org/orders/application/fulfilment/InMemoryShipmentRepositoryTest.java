package org.orders.application.fulfilment;

import org.orders.application.InMemoryPersistence;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Persistence;

class InMemoryShipmentRepositoryTest extends ShipmentRepositoryContract {

  private final InMemoryPersistence persistence = InMemoryPersistence.on(new InMemoryDatabase());

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
