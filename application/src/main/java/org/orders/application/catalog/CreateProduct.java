package org.orders.application.catalog;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.shared.Money;

/** Takes a product into the catalogue. */
public interface CreateProduct {

  /**
   * The new product.
   *
   * @throws org.orders.domain.catalog.SkuTaken when another product has the sku
   */
  Outcome<ProductView> create(Command command, Once<ProductView> once);

  /**
   * @param inventory pieces to begin with
   */
  record Command(
      Actor actor,
      Sku sku,
      ProductName name,
      String description,
      Money price,
      long inventory,
      int lowStockThreshold) {}
}
