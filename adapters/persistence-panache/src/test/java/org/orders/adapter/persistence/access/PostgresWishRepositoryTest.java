package org.orders.adapter.persistence.access;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.WishRepository;
import org.orders.application.access.WishRepositoryContract;
import org.orders.application.shared.UnitOfWork;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresWishRepositoryTest extends WishRepositoryContract {

  @Inject WishRepository wishes;
  @Inject CredentialRepository credentials;
  @Inject UnitOfWork work;

  @Override
  protected WishRepository wishes() {
    return wishes;
  }

  @Override
  protected CredentialRepository credentials() {
    return credentials;
  }

  @Override
  protected UnitOfWork work() {
    return work;
  }
}
