package org.orders.domain.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository.Cause;

/** Where products are kept. All methods take part in the caller's transaction. */
public interface ProductRepository {

  Optional<Product> find(ProductId id);

  /** Those of the products that are there, in no order. */
  List<Product> find(Collection<ProductId> ids);

  /** The product, held against other writers of its particulars until the transaction ends. */
  Optional<Product> lock(ProductId id);

  /**
   * Adds a product whose stock opens with the change, which is also its first movement.
   *
   * @throws SkuTaken when another product has the sku
   */
  void add(Product product, StockChange opening, Cause cause);

  /** Those of the products that are there, held like those of {@link #lock}, in no order. */
  List<Product> lockBySku(Collection<Sku> skus);

  /**
   * Adds products whose stock opens with the pieces given.
   *
   * @throws org.orders.domain.shared.ConcurrentChange when another product has one of the skus
   */
  default void addAll(Map<Product, Long> openings, Cause cause) {
    openings.forEach(
        (product, pieces) -> add(product, StockChange.adjust(product.id(), pieces), cause));
  }

  /**
   * Replaces products as {@link #save} does.
   *
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster with any
   */
  default void saveAll(Collection<Product> products) {
    products.forEach(this::save);
  }

  /**
   * Replaces the product, whose version is still the one that was read, and counts it on.
   *
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster
   */
  void save(Product product);
}
