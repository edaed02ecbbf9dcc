package org.orders.adapter.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.SqlRow.Mapper;
import org.postgresql.PGStatement;

/** A connection for the length of one piece of work, which begins no statement after its time. */
public final class Sql {

  private final Connection connection;
  private final long deadline;

  Sql(Connection connection, long deadline) {
    this.connection = connection;
    this.deadline = deadline;
  }

  /** All rows of the answer. */
  public <T> List<T> query(String statement, Mapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement prepared = prepare(statement, arguments);
        ResultSet result = prepared.executeQuery()) {
      return readAll(result, mapper);
    }
  }

  /**
   * All rows of the answer to a statement that is planned anew for these arguments, because the
   * best way to its rows depends on them.
   */
  public <T> List<T> queryPlanned(String statement, Mapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement prepared = prepare(statement, arguments)) {
      prepared.unwrap(PGStatement.class).setPrepareThreshold(0);
      try (ResultSet result = prepared.executeQuery()) {
        return readAll(result, mapper);
      }
    }
  }

  /** The one row of an answer that has at most one. */
  public <T> Optional<T> queryOne(String statement, Mapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    List<T> rows = query(statement, mapper, arguments);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** The one row of an answer that has exactly one. */
  public <T> T queryRow(String statement, Mapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    return queryOne(statement, mapper, arguments).orElseThrow();
  }

  /** Runs a statement that changes rows, and answers how many it changed. */
  public int update(String statement, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement prepared = prepare(statement, arguments)) {
      return prepared.executeUpdate();
    }
  }

  private static <T> List<T> readAll(ResultSet result, Mapper<T> mapper) throws SQLException {
    SqlRow row = new SqlRow(result);
    List<T> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(mapper.map(row));
    }
    return rows;
  }

  private PreparedStatement prepare(String statement, @Nullable Object... arguments)
      throws SQLException {
    if (System.nanoTime() - deadline > 0) {
      throw new DatabaseUnavailable();
    }
    PreparedStatement prepared = connection.prepareStatement(statement);
    try {
      for (int index = 0; index < arguments.length; index++) {
        bind(prepared, index + 1, arguments[index]);
      }
      return prepared;
    } catch (SQLException | RuntimeException failure) {
      prepared.close();
      throw failure;
    }
  }

  private void bind(PreparedStatement prepared, int index, @Nullable Object argument)
      throws SQLException {
    switch (argument) {
      case null -> prepared.setObject(index, null);
      case Instant time -> prepared.setObject(index, time.atOffset(ZoneOffset.UTC));
      case SqlNull none -> prepared.setNull(index, Types.OTHER, none.type());
      case Enum<?> constant -> prepared.setString(index, constant.name());
      case SqlArray(var type, var elements) ->
          prepared.setArray(index, connection.createArrayOf(type, elements));
      default -> prepared.setObject(index, argument);
    }
  }
}
