package org.orders.adapter.persistence.shared;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL for the length of the tests, which keeps its promises on commit. */
public final class PostgresServer implements QuarkusTestResourceLifecycleManager {

  private EmbeddedPostgres server;
  private Wire wire;

  @Override
  public Map<String, String> start() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "60")
              // As the server that comes with the service has them.
              .setServerConfig("shared_buffers", "256MB")
              .setServerConfig("random_page_cost", "1.1")
              .setServerConfig("jit", "off")
              .start();
      wire = new Wire(server.getPort());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url",
        // Without encryption, so that the wire can be read.
        "jdbc:postgresql://127.0.0.1:"
            + wire.port()
            + "/postgres?sslmode=disable&gssEncMode=disable",
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        "postgres");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(wire, new TestInjector.MatchesType(Wire.class));
  }

  @Override
  public void stop() {
    try {
      wire.close();
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
