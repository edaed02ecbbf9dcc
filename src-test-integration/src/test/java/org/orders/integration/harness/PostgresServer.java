package org.orders.integration.harness;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server that the tests of one run share; each service group gets a database. */
public abstract class PostgresServer implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /**
   * Starts the server this run asked for and says in one line which it is. The property {@code
   * orders.postgres} is {@code embedded} (the default) or {@code container}; where no container
   * engine answers, the embedded server stands in, and the line says so.
   */
  public static PostgresServer forThisRun() {
    var wanted = System.getProperty("orders.postgres", "embedded");
    var server =
        switch (wanted) {
          case "embedded" -> EmbeddedPostgresServer.start();
          case "container" ->
              ContainerPostgresServer.engineAnswers()
                  ? ContainerPostgresServer.start()
                  : EmbeddedPostgresServer.start();
          default -> throw new IllegalArgumentException("orders.postgres=" + wanted);
        };
    System.out.printf(
        "Integration tests run on %s%s%n",
        server.description(),
        wanted.equals("container") && server instanceof EmbeddedPostgresServer
            ? " (a container was asked for, but no container engine answers)"
            : "");
    return server;
  }

  /** What server this is, for a reader of the build's output. */
  public abstract String description();

  /** The server's maintenance database, owned by its superuser. */
  protected abstract Database maintenance();

  @Override
  public abstract void close();

  /** Creates a fresh, empty database. */
  public Database newDatabase() {
    var database = maintenance();
    var name = "orders_" + DATABASES.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
    return new Database(
        database.host(), database.port(), name, database.username(), database.password());
  }
}
