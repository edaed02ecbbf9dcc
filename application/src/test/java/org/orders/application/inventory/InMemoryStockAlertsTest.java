package org.orders.application.inventory;

import org.orders.application.InMemoryPersistence;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Persistence;

class InMemoryStockAlertsTest extends StockAlertsContract {

  private final InMemoryPersistence persistence = InMemoryPersistence.on(new InMemoryDatabase());

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
