package org.orders.application.inventory;

import org.orders.application.catalog.ProductQueries;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.shared.NotFound;

/** Reads the ledger of products that are there. */
final class MovementReader implements ReadMovements {

  private final ProductQueries products;
  private final MovementQueries movements;

  MovementReader(ProductQueries products, MovementQueries movements) {
    this.products = products;
    this.movements = movements;
  }

  @Override
  public Page<Movement> list(ProductId product, PageRequest page) {
    if (products.find(product).isEmpty()) {
      throw new NotFound("product");
    }
    return movements.list(product, page);
  }
}
