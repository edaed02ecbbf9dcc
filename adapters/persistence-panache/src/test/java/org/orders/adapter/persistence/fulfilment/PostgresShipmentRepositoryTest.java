package org.orders.adapter.persistence.fulfilment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.fulfilment.ShipmentRepositoryContract;
import org.orders.application.shared.Persistence;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresShipmentRepositoryTest extends ShipmentRepositoryContract {

  @Inject PostgresPersistence persistence;

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
