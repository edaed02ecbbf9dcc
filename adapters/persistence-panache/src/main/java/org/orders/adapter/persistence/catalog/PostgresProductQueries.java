package org.orders.adapter.persistence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.inventory.KnownStock;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;

/** Products together with their stock: from the database, or as they were lately seen. */
@ApplicationScoped
public class PostgresProductQueries implements ProductQueries {

  static final String COLUMNS = ProductRow.COLUMNS + ", s.available, s.reserved";
  static final String SOURCE = "product p JOIN stock s ON s.product_id = p.id";

  private final Database database;
  private final KnownProducts knownProducts;
  private final KnownStock knownStock;

  PostgresProductQueries(Database database, KnownProducts knownProducts, KnownStock knownStock) {
    this.database = database;
    this.knownProducts = knownProducts;
    this.knownStock = knownStock;
  }

  @Override
  public Optional<ProductView> find(ProductId id) {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT " + COLUMNS + " FROM " + SOURCE + " WHERE p.id = ?",
                PostgresProductQueries::read,
                id.value()));
  }

  @Override
  public Page<ProductView> list(ProductFilter filter, PageRequest page) {
    return database.run(sql -> ProductPages.read(sql, filter, page));
  }

  @Override
  public Optional<ProductView> recall(ProductId id) {
    if (mustBeTrue()) {
      return find(id);
    }
    return recall(List.of(id)).stream().findFirst();
  }

  @Override
  public Page<ProductView> recall(ProductFilter filter, PageRequest page) {
    if (filter.restsOnStock() || mustBeTrue()) {
      return list(filter, page);
    }
    KnownProducts.PageLook look = knownProducts.look(filter, page);
    @Nullable Page<ProductId> known = look.found();
    if (known == null) {
      Page<ProductView> read = list(filter, page);
      look.learn(read.map(ProductView::product));
      return read;
    }
    return new Page<>(recall(known.items()), known.next(), known.total());
  }

  /** Within a transaction its own writes count, and where nothing is heard nothing is believed. */
  private boolean mustBeTrue() {
    return database.inTransaction() || !knownProducts.areTrusted();
  }

  /** Those of the products that are there, in this order; what is not known is read by its key. */
  private List<ProductView> recall(List<ProductId> ids) {
    KnownProducts.Look products = knownProducts.look(ids);
    KnownStock.Look stock = knownStock.look(ids);
    Set<ProductId> wholly = Set.copyOf(products.missing());
    if (!wholly.isEmpty()) {
      readWhole(wholly)
          .forEach(
              view -> {
                products.learn(view.product());
                stock.learn(view.stock());
              });
    }
    List<ProductId> onlyStock =
        stock.missing().stream().filter(id -> !wholly.contains(id)).toList();
    if (!onlyStock.isEmpty()) {
      readStock(onlyStock).forEach(stock::learn);
    }
    return views(ids, products.found(), stock.found());
  }

  private static List<ProductView> views(
      List<ProductId> ids, Map<ProductId, Product> products, Map<ProductId, Stock> stock) {
    List<ProductView> views = new ArrayList<>(ids.size());
    for (ProductId id : ids) {
      Product product = products.get(id);
      Stock pieces = stock.get(id);
      if (product != null && pieces != null) {
        views.add(new ProductView(product, pieces));
      }
    }
    return views;
  }

  private List<ProductView> readWhole(Set<ProductId> ids) {
    return database.run(
        sql ->
            sql.query(
                "SELECT " + COLUMNS + " FROM " + SOURCE + " WHERE p.id = ANY (?)",
                PostgresProductQueries::read,
                SqlArray.ofUuids(List.copyOf(ids), ProductId::value)));
  }

  private List<Stock> readStock(List<ProductId> ids) {
    return database.run(
        sql ->
            sql.query(
                "SELECT product_id, available, reserved FROM stock WHERE product_id = ANY (?)",
                row ->
                    new Stock(
                        new ProductId(row.uuid("product_id")),
                        row.number("available"),
                        row.number("reserved")),
                SqlArray.ofUuids(ids, ProductId::value)));
  }

  static ProductView read(SqlRow row) throws SQLException {
    Product product = ProductRow.read(row);
    return new ProductView(
        product, new Stock(product.id(), row.number("available"), row.number("reserved")));
  }
}
