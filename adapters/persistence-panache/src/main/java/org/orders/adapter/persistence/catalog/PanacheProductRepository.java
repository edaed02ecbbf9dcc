package org.orders.adapter.persistence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.adapter.persistence.inventory.KnownStock;
import org.orders.adapter.persistence.inventory.StockStatement;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Rows;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlNull;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.catalog.Sku;
import org.orders.domain.catalog.SkuTaken;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.order.OrderId;

/** Products as Panache entities; their first stock is written natively, as all stock is. */
@ApplicationScoped
public class PanacheProductRepository implements ProductRepository {

  private static final String ONE_PRODUCT_A_SKU = "product_sku";

  private final Database database;
  private final KnownProducts known;
  private final KnownStock knownStock;

  PanacheProductRepository(Database database, KnownProducts known, KnownStock knownStock) {
    this.database = database;
    this.known = known;
    this.knownStock = knownStock;
  }

  @Override
  public Optional<Product> find(ProductId id) {
    return Rows.find(ProductRow.class, id.value()).map(ProductRow::toProduct);
  }

  @Override
  public List<Product> find(Collection<ProductId> ids) {
    return ProductRow.<ProductRow>find("id in ?1", ids.stream().map(ProductId::value).toList())
        .stream()
        .map(ProductRow::toProduct)
        .toList();
  }

  @Override
  public Optional<Product> lock(ProductId id) {
    return Rows.lock(ProductRow.class, id.value()).map(ProductRow::toProduct);
  }

  @Override
  public void add(Product product, StockChange opening, Cause cause) {
    ProductRow.of(product).persist();
    database.afterTransaction(() -> known.forget(product.id()));
    knownStock.forgetAfter(database, StockStatement.of(List.of(opening)));
    Rows.flush(ProductRow.class, ONE_PRODUCT_A_SKU, new SkuTaken());
    ActorColumns actor = ActorColumns.of(cause.actor());
    OrderId order = cause.order();
    database.run(
        sql ->
            sql.update(
                """
                WITH opened AS (
                  INSERT INTO stock (product_id, available, reserved) VALUES (?, ?, ?)
                  RETURNING product_id, available
                )
                INSERT INTO stock_movement
                    (product_id, at, quantity, balance, reason, order_id, actor_type, actor_id)
                  SELECT product_id, ?, available, available, ?, ?, ?, ?
                    FROM opened WHERE available <> 0
                """,
                product.id().value(),
                opening.available(),
                opening.reserved(),
                cause.at(),
                cause.reason(),
                order == null ? SqlNull.UUID : order.value(),
                actor.type(),
                actor.id()));
  }

  @Override
  public List<Product> lockBySku(Collection<Sku> skus) {
    return database.run(
        sql ->
            sql.query(
                "SELECT "
                    + ProductRow.COLUMNS
                    + " FROM product p WHERE p.sku = ANY (?) ORDER BY p.id FOR NO KEY UPDATE",
                ProductRow::read,
                SqlArray.ofTexts(List.copyOf(skus), Sku::value)));
  }

  @Override
  public void addAll(Map<Product, Long> openings, Cause cause) {
    if (!openings.isEmpty()) {
      forgetAfterwards(openings.keySet());
      database.run(sql -> ProductBatch.add(sql, openings, cause));
    }
  }

  @Override
  public void saveAll(Collection<Product> products) {
    if (!products.isEmpty()) {
      forgetAfterwards(products);
      database.run(sql -> ProductBatch.save(sql, List.copyOf(products)));
    }
  }

  private void forgetAfterwards(Collection<Product> products) {
    List<ProductId> ids = products.stream().map(Product::id).toList();
    database.afterTransaction(() -> ids.forEach(known::forget));
  }

  @Override
  public void save(Product product) {
    ProductRow row =
        Rows.present(
            Rows.find(ProductRow.class, product.id().value()),
            found -> found.revision == product.revision());
    row.take(product);
    database.afterTransaction(() -> known.forget(product.id()));
    Rows.flush(ProductRow.class, ONE_PRODUCT_A_SKU, new SkuTaken());
  }
}
