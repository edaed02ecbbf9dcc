package org.orders.adapter.persistence.catalog;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlNull;
import org.orders.domain.catalog.Product;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.ConcurrentChange;

/** Many products in a few statements. */
final class ProductBatch {

  private ProductBatch() {}

  /**
   * Adds products with their stock and first movements.
   *
   * @throws ConcurrentChange when a product that was not there a moment ago has one of the skus
   */
  static boolean add(Sql sql, Map<Product, Long> openings, Cause cause) throws SQLException {
    List<Product> products = List.copyOf(openings.keySet());
    SqlArray ids = SqlArray.ofUuids(products, product -> product.id().value());
    int added =
        sql.update(
            """
            INSERT INTO product (id, sku, name, description, price_minor, currency,
                low_stock_threshold, status, created_at, updated_at, revision)
              SELECT w.id, w.sku, w.name, w.description, w.price, w.currency, w.threshold,
                     'ACTIVE', ?, ?, 0
                FROM unnest(?, ?, ?, ?, ?, ?, ?)
                  AS w (id, sku, name, description, price, currency, threshold)
                ORDER BY w.sku
              ON CONFLICT (sku) DO NOTHING
            """,
            cause.at(),
            cause.at(),
            ids,
            SqlArray.ofTexts(products, product -> product.sku().value()),
            SqlArray.ofTexts(products, product -> product.name().value()),
            SqlArray.ofTexts(products, Product::description),
            SqlArray.ofLongs(products, product -> product.price().minorUnits()),
            SqlArray.ofTexts(products, product -> product.currency().getCurrencyCode()),
            SqlArray.ofInts(products, Product::lowStockThreshold));
    if (added != products.size()) {
      throw new ConcurrentChange();
    }
    ActorColumns actor = ActorColumns.of(cause.actor());
    OrderId order = cause.order();
    sql.update(
        """
        WITH opened AS (
          INSERT INTO stock (product_id, available, reserved)
            SELECT w.id, w.pieces, 0 FROM unnest(?, ?) AS w (id, pieces)
            RETURNING product_id, available
        )
        INSERT INTO stock_movement
            (product_id, at, quantity, balance, reason, order_id, actor_type, actor_id)
          SELECT product_id, ?, available, available, ?, ?, ?, ? FROM opened WHERE available <> 0
        """,
        ids,
        SqlArray.ofLongs(products, product -> openings.getOrDefault(product, 0L)),
        cause.at(),
        cause.reason(),
        order == null ? SqlNull.UUID : (UUID) order.value(),
        actor.type(),
        actor.id());
    return true;
  }

  /**
   * Replaces what can change of products whose revision is still the one that was read.
   *
   * @throws ConcurrentChange when somebody else was faster with any of them
   */
  static boolean save(Sql sql, List<Product> products) throws SQLException {
    int saved =
        sql.update(
            """
            UPDATE product p SET name = w.name, description = w.description,
                price_minor = w.price, low_stock_threshold = w.threshold, status = w.status,
                updated_at = w.at, revision = p.revision + 1
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                AS w (id, revision, name, description, price, threshold, status, at)
              WHERE p.id = w.id AND p.revision = w.revision
            """,
            SqlArray.ofUuids(products, product -> product.id().value()),
            SqlArray.ofLongs(products, Product::revision),
            SqlArray.ofTexts(products, product -> product.name().value()),
            SqlArray.ofTexts(products, Product::description),
            SqlArray.ofLongs(products, product -> product.price().minorUnits()),
            SqlArray.ofInts(products, Product::lowStockThreshold),
            SqlArray.ofTexts(products, product -> product.status().name()),
            SqlArray.ofInstants(products, Product::updatedAt));
    if (saved != products.size()) {
      throw new ConcurrentChange();
    }
    return true;
  }
}
