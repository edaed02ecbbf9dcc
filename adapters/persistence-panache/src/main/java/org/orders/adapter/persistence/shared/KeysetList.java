package org.orders.adapter.persistence.shared;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.SqlRow.Mapper;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/**
 * A list, newest first, that is read page by page: each page begins after the last item of the one
 * before, so that a deep page costs what the first does.
 *
 * @param columns what is read
 * @param source the tables
 * @param time the column by which the list is ordered
 * @param id the column that orders what has the same time
 * @param place where an item stands in the list
 */
public record KeysetList<T>(
    String columns,
    String source,
    String time,
    String id,
    Mapper<T> mapper,
    Function<T, Keyset> place) {

  /** One page of those items that meet the conditions. */
  public Page<T> page(Sql sql, Conditions conditions, PageRequest request) throws SQLException {
    @Nullable Long total = request.count() ? count(sql, conditions) : null;
    String statement = "SELECT " + columns + " FROM " + source + " WHERE " + conditions.text();
    String order = " ORDER BY " + time + " DESC, " + id + " DESC LIMIT ?";
    List<T> found;
    if (request.after() == null) {
      found =
          sql.queryPlanned(statement + order, mapper, conditions.arguments(request.limit() + 1));
    } else {
      Keyset after = Keyset.read(request.after());
      found =
          sql.queryPlanned(
              statement + " AND (" + time + ", " + id + ") < (?, ?)" + order,
              mapper,
              conditions.arguments(after.time(), after.id(), request.limit() + 1));
    }
    if (found.size() <= request.limit()) {
      return new Page<>(found, null, total);
    }
    List<T> items = found.subList(0, request.limit());
    return new Page<>(items, place.apply(items.getLast()).position(), total);
  }

  /** How many items meet the conditions. */
  public long count(Sql sql, Conditions conditions) throws SQLException {
    return sql.queryRow(
        "SELECT count(*) AS total FROM " + source + " WHERE " + conditions.text(),
        row -> row.number("total"),
        conditions.arguments());
  }

  /** What a page looks like when nothing can be found. */
  public static <T> Page<T> nothing(PageRequest request) {
    return new Page<>(List.of(), null, request.count() ? 0L : null);
  }
}
