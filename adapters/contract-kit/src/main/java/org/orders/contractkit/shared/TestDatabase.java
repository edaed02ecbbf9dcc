package org.orders.contractkit.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** A real PostgreSQL for the tests of one module; it ends with them. */
public final class TestDatabase {

  private static final TestDatabase SHARED = new TestDatabase();

  private final EmbeddedPostgres server;

  private TestDatabase() {
    try {
      server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public static DataSource shared() {
    return SHARED.server.getPostgresDatabase();
  }

  public static void execute(String sql) {
    try (Connection connection = shared().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
