package org.orders.adapter.persistence.catalog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.catalog.ProductOrder;
import org.orders.application.catalog.ProductOrder.By;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;

/** A list of products in an order that somebody asked for, read page by page. */
record ProductSorting(ProductOrder order) {

  private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9_.-]*):([0-9a-f-]{36})");

  /**
   * The most rows of stock that are tried first where stock is what is sorted by. It has no index
   * by pieces, because each sale would have to keep it; reading all of it in sequence is quick, but
   * reading the products to all of it is not. Where so few products are wanted that most of the
   * tried would be in vain, the stock of those is read instead.
   */
  private static final int MOST_TRIED = 2_500;

  private static final Pattern ROWS = Pattern.compile(" rows=([0-9]+)");

  private static final String SOURCE = PostgresProductQueries.SOURCE;

  /** An item, and what it is sorted by. */
  private record Sorted(ProductView view, Object by) {}

  Page<ProductView> page(Sql sql, Conditions conditions, PageRequest page) throws SQLException {
    @Nullable Long total =
        page.count()
            ? sql.queryRow(
                "SELECT count(*) AS total FROM " + SOURCE + " WHERE " + conditions.text(),
                row -> row.number("total"),
                conditions.arguments())
            : null;
    List<Sorted> found =
        order.by() == By.INVENTORY
            ? byStock(sql, conditions, page)
            : read(sql, SOURCE, conditions, page, new Object[0]);
    boolean more = found.size() > page.limit();
    List<Sorted> items = more ? found.subList(0, page.limit()) : found;
    return new Page<>(
        items.stream().map(Sorted::view).toList(), more ? position(items.getLast()) : null, total);
  }

  private List<Sorted> byStock(Sql sql, Conditions conditions, PageRequest page)
      throws SQLException {
    long tries = tries(sql, conditions, page);
    if (tries > MOST_TRIED) {
      return read(sql, SOURCE, conditions, page, new Object[0]);
    }
    Object[] after = page.after() == null ? new Object[0] : read(page.after());
    String direction = order.descending() ? " DESC" : "";
    String tried =
        "(SELECT product_id, available, reserved FROM stock"
            + (after.length == 0
                ? ""
                : " WHERE (available, product_id) " + (order.descending() ? "<" : ">") + " (?, ?)")
            + (" ORDER BY available" + direction + ", product_id" + direction)
            + (" LIMIT " + tries + ") s JOIN product p ON p.id = s.product_id");
    List<Sorted> found = read(sql, tried, conditions, page, after);
    return found.size() > page.limit() ? found : read(sql, SOURCE, conditions, page, new Object[0]);
  }

  /** How many rows of stock have to be tried to fill a page, going by the planner's estimates. */
  private static long tries(Sql sql, Conditions conditions, PageRequest page) throws SQLException {
    long all = estimate(sql, new Conditions().and("p.status = 'ACTIVE'"));
    long wanted = Math.max(1, estimate(sql, conditions));
    return 100 + 2L * page.limit() * Math.max(1, all) / wanted;
  }

  private static long estimate(Sql sql, Conditions conditions) throws SQLException {
    String plan =
        sql.queryPlanned(
                "EXPLAIN SELECT FROM " + SOURCE + " WHERE " + conditions.text(),
                row -> row.text("QUERY PLAN"),
                conditions.arguments())
            .getFirst();
    Matcher rows = ROWS.matcher(plan);
    return rows.find() ? Long.parseLong(rows.group(1)) : 1;
  }

  private List<Sorted> read(
      Sql sql, String source, Conditions conditions, PageRequest page, Object[] sourceArguments)
      throws SQLException {
    String by = column();
    String direction = order.descending() ? " DESC" : "";
    @Nullable Position after = page.after();
    boolean first = after == null;
    String statement =
        "SELECT "
            + PostgresProductQueries.COLUMNS
            + (", " + by + " AS sorted_by FROM " + source + " WHERE " + conditions.text())
            + (first ? "" : " AND (" + by + ", p.id) " + (order.descending() ? "<" : ">"))
            + (first ? "" : " (?, ?)")
            + (" ORDER BY " + by + direction + ", p.id" + direction + " LIMIT ?");
    Object[] place = after == null ? new Object[0] : read(after);
    Object[] rest = java.util.Arrays.copyOf(place, place.length + 1);
    rest[place.length] = page.limit() + 1;
    return sql.queryPlanned(
        statement, this::read, concatenated(sourceArguments, conditions.arguments(rest)));
  }

  private static @Nullable Object[] concatenated(Object[] one, @Nullable Object[] other) {
    @Nullable Object[] all = new Object[one.length + other.length];
    System.arraycopy(one, 0, all, 0, one.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private String column() {
    return switch (order.by()) {
      case NAME -> "p.name_key";
      case PRICE -> "p.amount";
      case INVENTORY -> "s.available";
    };
  }

  private Sorted read(SqlRow row) throws SQLException {
    Object by =
        switch (order.by()) {
          case NAME -> row.text("sorted_by");
          case PRICE -> new BigDecimal(row.text("sorted_by"));
          case INVENTORY -> row.number("sorted_by");
        };
    return new Sorted(PostgresProductQueries.read(row), by);
  }

  private Position position(Sorted item) {
    String by =
        switch (item.by()) {
          case String text ->
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(text.getBytes(StandardCharsets.UTF_8));
          case BigDecimal amount -> amount.toPlainString();
          default -> item.by().toString();
        };
    return new Position(by + ":" + item.view().product().id().value());
  }

  private Object[] read(Position position) {
    Matcher place = PLACE.matcher(position.value());
    if (!place.matches()) {
      throw Keyset.broken();
    }
    String by = place.group(1);
    try {
      Object value =
          switch (order.by()) {
            case NAME -> new String(Base64.getUrlDecoder().decode(by), StandardCharsets.UTF_8);
            case PRICE -> new BigDecimal(by);
            case INVENTORY -> Long.valueOf(by);
          };
      return new Object[] {value, UUID.fromString(place.group(2))};
    } catch (IllegalArgumentException broken) {
      throw Keyset.broken();
    }
  }
}
