package org.orders.integration.harness;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL server in a container, for machines where a container engine answers. */
final class ContainerPostgresServer extends PostgresServer {

  private static final String IMAGE =
      System.getProperty("orders.postgres.image", "postgres:18-alpine");

  private final PostgreSQLContainer container;

  private ContainerPostgresServer(PostgreSQLContainer container) {
    this.container = container;
  }

  static boolean engineAnswers() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException e) {
      return false;
    }
  }

  static ContainerPostgresServer start() {
    var container =
        new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
            .withCommand("postgres", "-c", "max_connections=300");
    container.start();
    return new ContainerPostgresServer(container);
  }

  @Override
  public String description() {
    return "PostgreSQL in a container of " + IMAGE;
  }

  @Override
  protected Database maintenance() {
    return new Database(
        container.getHost(),
        container.getFirstMappedPort(),
        container.getDatabaseName(),
        container.getUsername(),
        container.getPassword());
  }

  @Override
  public void close() {
    container.stop();
  }
}
