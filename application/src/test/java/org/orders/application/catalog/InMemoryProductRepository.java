package org.orders.application.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.orders.application.inventory.InMemoryStockAlerts;
import org.orders.application.inventory.InMemoryStockRepository;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.catalog.Sku;
import org.orders.domain.catalog.SkuTaken;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.shared.ConcurrentChange;

/** Products in memory. */
public final class InMemoryProductRepository implements ProductRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<ProductId, Product> products;
  private final InMemoryTable<Sku, ProductId> skus;
  private final InMemoryStockRepository stock;
  private final InMemoryStockAlerts alerts;

  public InMemoryProductRepository(InMemoryDatabase database, InMemoryStockRepository stock) {
    this.database = database;
    this.products = database.table("products");
    this.skus = database.table("skus");
    this.stock = stock;
    this.alerts = new InMemoryStockAlerts(database);
  }

  @Override
  public Optional<Product> find(ProductId id) {
    return products.find(id);
  }

  @Override
  public List<Product> find(Collection<ProductId> ids) {
    return ids.stream().distinct().flatMap(id -> products.find(id).stream()).toList();
  }

  @Override
  public Optional<Product> lock(ProductId id) {
    return products.lock(id);
  }

  @Override
  public List<Product> lockBySku(Collection<Sku> wanted) {
    return wanted.stream()
        .distinct()
        .flatMap(sku -> skus.find(sku).stream())
        .flatMap(id -> products.lock(id).stream())
        .toList();
  }

  @Override
  public void add(Product product, StockChange opening, Cause cause) {
    database.run(
        () -> {
          if (!skus.putIfAbsent(product.sku(), product.id())) {
            throw new SkuTaken();
          }
          products.put(product.id(), product);
          stock.open(opening, cause);
        });
  }

  @Override
  public void save(Product product) {
    database.run(
        () -> {
          Product before =
              products
                  .lock(product.id())
                  .filter(it -> it.revision() == product.revision())
                  .orElseThrow(ConcurrentChange::new);
          products.put(product.id(), counted(product));
          alerts.productChanged(before, product, product.updatedAt());
        });
  }

  private static Product counted(Product product) {
    return new Product(
        product.id(),
        product.sku(),
        product.name(),
        product.description(),
        product.price(),
        product.lowStockThreshold(),
        product.status(),
        product.createdAt(),
        product.updatedAt(),
        product.revision() + 1);
  }
}
