package org.orders.adapter.persistence.returns;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.returns.ReturnRepositoryContract;
import org.orders.application.shared.Persistence;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresReturnRepositoryTest extends ReturnRepositoryContract {

  @Inject PostgresPersistence persistence;

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
