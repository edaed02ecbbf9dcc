package org.orders.adapter.persistence.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.catalog.ProductSearch.Step;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.adapter.persistence.shared.SearchText;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;

/** Reads pages of the list of products that are sold. */
final class ProductPages {

  private static final KeysetList<ProductView> NEWEST =
      new KeysetList<>(
          PostgresProductQueries.COLUMNS,
          PostgresProductQueries.SOURCE,
          "p.created_at",
          "p.id",
          PostgresProductQueries::read,
          view -> new Keyset(view.product().createdAt(), view.product().id().value()));

  /** The step of the ranking, and where the last page ended in it; nothing at its beginning. */
  private static final Pattern PLACE = Pattern.compile("([0-9]):(.*)");

  private ProductPages() {}

  static Page<ProductView> read(Sql sql, ProductFilter filter, PageRequest page)
      throws SQLException {
    if (filter.query() != null && !new SearchText(filter.query()).canMatch()) {
      return KeysetList.nothing(page);
    }
    @Nullable ProductSearch search =
        filter.query() == null || filter.query().isBlank()
            ? null
            : ProductSearch.of(filter.query(), sql);
    Supplier<Conditions> sold = sold(sql, filter);
    if (filter.order() != null) {
      Conditions conditions = sold.get();
      if (search != null) {
        search.addAnyTo(conditions);
      }
      return new ProductSorting(filter.order()).page(sql, conditions, page);
    }
    return search == null ? NEWEST.page(sql, sold.get(), page) : ranked(sql, search, sold, page);
  }

  /**
   * What all products in the list meet. Where it is about low stock, the highest threshold of all
   * is asked for first: most stock is above it, and need not be compared with its own.
   */
  private static Supplier<Conditions> sold(Sql sql, ProductFilter filter) throws SQLException {
    if (!filter.lowStock()) {
      return () -> new Conditions().and("p.status = 'ACTIVE'");
    }
    long highest =
        sql.queryRow(
            """
            SELECT coalesce(max(low_stock_threshold), 0) AS highest
              FROM product WHERE status = 'ACTIVE'
            """,
            row -> row.number("highest"));
    return () ->
        new Conditions()
            .and("p.status = 'ACTIVE'")
            .and("s.available <= s.low_at")
            .and("s.available <= ?", highest);
  }

  /** Goes through the steps until the page is full; then only asks whether there is more. */
  private static Page<ProductView> ranked(
      Sql sql, ProductSearch search, Supplier<Conditions> sold, PageRequest page)
      throws SQLException {
    @Nullable Long total = page.count() ? count(sql, search, sold.get()) : null;
    List<ProductView> items = new ArrayList<>();
    int first = 0;
    @Nullable Position after = null;
    if (page.after() != null) {
      Matcher place = PLACE.matcher(page.after().value());
      if (!place.matches() || Integer.parseInt(place.group(1)) >= Step.values().length) {
        throw Keyset.broken();
      }
      first = Integer.parseInt(place.group(1));
      after = place.group(2).isEmpty() ? null : new Position(place.group(2));
    }
    for (int step = first; step < Step.values().length; step++) {
      int left = page.limit() - items.size();
      Conditions conditions = sold.get();
      if (search.addTo(conditions, Step.values()[step])) {
        Page<ProductView> found =
            NEWEST.page(sql, conditions, new PageRequest(Math.max(1, left), after, false));
        if (left == 0) {
          if (!found.items().isEmpty()) {
            return new Page<>(items, new Position(step + ":"), total);
          }
        } else {
          items.addAll(found.items());
          if (found.next() != null) {
            return new Page<>(items, new Position(step + ":" + found.next().value()), total);
          }
        }
      }
      after = null;
    }
    return new Page<>(items, null, total);
  }

  private static long count(Sql sql, ProductSearch search, Conditions conditions)
      throws SQLException {
    search.addAnyTo(conditions);
    return NEWEST.count(sql, conditions);
  }
}
