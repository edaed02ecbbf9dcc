package org.orders.integration.harness;

import java.sql.DriverManager;
import java.sql.SQLException;

/** The work that a service has not done yet, read from its database. */
public final class WaitingJobs {

  private final Database database;

  public WaitingJobs(Database database) {
    this.database = database;
  }

  /** How many jobs of a type are not done. */
  public long of(String type) {
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        var statement = connection.prepareStatement("SELECT count(*) FROM job WHERE type = ?")) {
      statement.setString(1, type);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
