package org.orders.standin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * A stand-in's own schema in the service's database, because all replicas must see one outside
 * party. It is written in transactions of its own, as a foreign system's would be, and made by
 * whichever replica needs it first.
 */
public final class OwnSchema {

  private static final String SCRIPT = "ledger.sql";

  private final DataSource database;
  private final String name;
  private final long creationLock;
  private final Class<?> keeper;
  private volatile boolean created;

  /**
   * The schema that {@code ledger.sql} beside its keeper makes, with a relation {@code ledger}.
   *
   * @param creationLock any number that nobody else locks
   */
  public OwnSchema(DataSource database, String name, long creationLock, Class<?> keeper) {
    this.database = database;
    this.name = name;
    this.creationLock = creationLock;
    this.keeper = keeper;
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Does all of the work, or nothing. */
  public <T> T inTransaction(Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        if (!created) {
          create(connection);
        }
        T result = work.on(connection);
        connection.commit();
        created = true;
        return result;
      } finally {
        // Undoes what was not committed, and nothing else.
        connection.rollback();
        connection.setAutoCommit(before);
      }
    }
  }

  private void create(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      lock.setLong(1, creationLock);
      lock.execute();
    }
    if (!isThere(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(script());
      }
    }
  }

  private boolean isThere(Connection connection) throws SQLException {
    try (PreparedStatement look = connection.prepareStatement("SELECT to_regclass(?)::text")) {
      look.setString(1, name + ".ledger");
      try (ResultSet there = look.executeQuery()) {
        there.next();
        return there.getString(1) != null;
      }
    }
  }

  private String script() {
    try (InputStream script = Objects.requireNonNull(keeper.getResourceAsStream(SCRIPT), SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(SCRIPT + " cannot be read", unreadable);
    }
  }
}
