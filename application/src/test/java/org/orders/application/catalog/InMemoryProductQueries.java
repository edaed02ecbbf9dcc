package org.orders.application.catalog;

import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.inventory.Stock;

/** Products with their stock, read from memory. */
public final class InMemoryProductQueries implements ProductQueries {

  private final InMemoryTable<ProductId, Product> products;
  private final InMemoryTable<ProductId, Stock> stock;

  public InMemoryProductQueries(InMemoryDatabase database) {
    this.products = database.table("products");
    this.stock = database.table("stock");
  }

  @Override
  public Optional<ProductView> find(ProductId id) {
    return products.find(id).map(this::view);
  }

  @Override
  public Page<ProductView> list(ProductFilter filter, PageRequest page) {
    return InMemoryList.page(
        products.values().stream()
            .filter(Product::isActive)
            .map(this::view)
            .filter(view -> matches(view, filter)),
        view -> new Place(view.product().createdAt(), view.product().id().value().toString()),
        page);
  }

  private ProductView view(Product product) {
    return new ProductView(product, stock.find(product.id()).orElseThrow());
  }

  private static boolean matches(ProductView view, ProductFilter filter) {
    Product product = view.product();
    boolean found =
        filter.query() == null
            || InMemoryList.holds(
                filter.query(),
                product.sku().value(),
                product.name().value(),
                product.description());
    return found && (!filter.lowStock() || view.stock().available() <= product.lowStockThreshold());
  }
}
