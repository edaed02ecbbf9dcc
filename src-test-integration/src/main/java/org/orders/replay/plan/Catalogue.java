package org.orders.replay.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.orders.replay.file.Row;

/**
 * The products a file deals in, as they turn up.
 *
 * <p>Names and prices come from sales and credits alone: what stands on a stock adjustment is a
 * remark ({@code ?}, {@code damages}) and no name.
 */
final class Catalogue {

  private final Map<String, StockCourse> courses = new LinkedHashMap<>();
  private final Map<String, Row> sold = new LinkedHashMap<>();
  private final Map<String, Row> named = new LinkedHashMap<>();

  /** A row that tells how a product is called and what it costs; a sale before any credit. */
  void describe(Row row) {
    sold.merge(row.code(), row, Catalogue::preferSale);
    if (row.description().chars().anyMatch(Character::isLetter)) {
      named.merge(row.code(), row, Catalogue::preferSale);
    }
  }

  /** The course of a product's stock; a product is one once its stock moves. */
  StockCourse course(String code) {
    return courses.computeIfAbsent(code, unseen -> new StockCourse());
  }

  List<Product> products() {
    List<Product> products = new ArrayList<>();
    courses.forEach(
        (code, course) ->
            products.add(
                new Product(
                    code,
                    Limits.cut(first(named, code, Row::description, code), Limits.NAME),
                    first(sold, code, Row::price, BigDecimal.ZERO).max(BigDecimal.ZERO),
                    course)));
    return products;
  }

  private static Row preferSale(Row first, Row later) {
    return first.onCreditNote() && !later.onCreditNote() ? later : first;
  }

  private static <T> T first(
      Map<String, Row> rows, String code, Function<Row, T> fact, T fallback) {
    Row row = rows.get(code);
    return row == null ? fallback : fact.apply(row);
  }
}
