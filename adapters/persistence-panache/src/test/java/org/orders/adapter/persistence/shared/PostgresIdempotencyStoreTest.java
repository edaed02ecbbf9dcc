package org.orders.adapter.persistence.shared;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.orders.application.shared.IdempotencyStoreContract;
import org.orders.application.shared.Persistence;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresIdempotencyStoreTest extends IdempotencyStoreContract {

  @Inject PostgresPersistence persistence;

  @Override
  protected Persistence persistence() {
    return persistence;
  }
}
