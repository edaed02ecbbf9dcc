package org.orders.adapter.persistence.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
    if (filter.order() != null) {
      Conditions conditions = sold(filter);
      if (search != null) {
        search.addAnyTo(conditions);
      }
      return new ProductSorting(filter.order()).page(sql, conditions, page);
    }
    return search == null
        ? NEWEST.page(sql, sold(filter), page)
        : ranked(sql, search, filter, page);
  }

  private static Conditions sold(ProductFilter filter) {
    Conditions conditions = new Conditions().and("p.status = 'ACTIVE'");
    return filter.lowStock() ? conditions.and("s.available <= p.low_stock_threshold") : conditions;
  }

  /** Goes through the steps until the page is full; then only asks whether there is more. */
  private static Page<ProductView> ranked(
      Sql sql, ProductSearch search, ProductFilter filter, PageRequest page) throws SQLException {
    @Nullable Long total = page.count() ? count(sql, search, filter) : null;
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
      Conditions conditions = sold(filter);
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

  private static long count(Sql sql, ProductSearch search, ProductFilter filter)
      throws SQLException {
    Conditions conditions = sold(filter);
    search.addAnyTo(conditions);
    return NEWEST.count(sql, conditions);
  }
}
