package org.orders.adapter.persistence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.adapter.persistence.shared.SearchText;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;

/** Products together with their stock. */
@ApplicationScoped
public class PostgresProductQueries implements ProductQueries {

  private static final String COLUMNS = ProductRow.COLUMNS + ", s.available, s.reserved";
  private static final String SOURCE = "product p JOIN stock s ON s.product_id = p.id";

  private static final KeysetList<ProductView> NEWEST =
      new KeysetList<>(
          COLUMNS,
          SOURCE,
          "p.created_at",
          "p.id",
          PostgresProductQueries::read,
          view -> new Keyset(view.product().createdAt(), view.product().id().value()));

  private final Database database;

  PostgresProductQueries(Database database) {
    this.database = database;
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
    Conditions conditions = new Conditions().and("p.status = 'ACTIVE'");
    if (filter.lowStock()) {
      conditions.and("s.available <= p.low_stock_threshold");
    }
    if (filter.query() != null) {
      SearchText search = new SearchText(filter.query());
      if (!search.canMatch()) {
        return KeysetList.nothing(page);
      }
      String part = search.contained();
      conditions.and(
          "p.sku ILIKE ? COLLATE \"default\" OR p.name ILIKE ? OR p.description ILIKE ?",
          part,
          part,
          part);
    }
    return database.run(sql -> NEWEST.page(sql, conditions, page));
  }

  private static ProductView read(SqlRow row) throws SQLException {
    Product product = ProductRow.read(row);
    return new ProductView(
        product, new Stock(product.id(), row.number("available"), row.number("reserved")));
  }
}
