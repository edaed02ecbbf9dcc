package org.orders.adapter.persistence.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.order.OrderQueriesContract;
import org.orders.application.shared.Persistence;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresOrderQueriesTest extends OrderQueriesContract {

  @Inject PostgresPersistence persistence;

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
