package org.orders.adapter.persistence.shared;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.shared.Money;

/** One row of an answer, read by the names of its columns. */
public final class SqlRow {

  /**
   * Makes something of a row.
   *
   * @param <T> what it makes
   */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(SqlRow row) throws SQLException;
  }

  private final ResultSet result;

  SqlRow(ResultSet result) {
    this.result = result;
  }

  public String text(String column) throws SQLException {
    return present(column, result.getString(column));
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return result.getString(column);
  }

  public UUID uuid(String column) throws SQLException {
    return present(column, result.getObject(column, UUID.class));
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public Instant instant(String column) throws SQLException {
    return present(column, instantOrNull(column));
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public long number(String column) throws SQLException {
    return result.getLong(column);
  }

  public int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  public boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  public byte[] bytes(String column) throws SQLException {
    return present(column, result.getBytes(column));
  }

  public Money money(String minorUnits, String currency) throws SQLException {
    return new Money(number(minorUnits), Currency.getInstance(text(currency)));
  }

  /** The elements of an array column; none where there is no array. */
  public <T> List<T> list(String column, Class<T> type) throws SQLException {
    Array array = result.getArray(column);
    if (array == null) {
      return List.of();
    }
    return Arrays.stream((Object[]) array.getArray()).map(type::cast).toList();
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }
}
