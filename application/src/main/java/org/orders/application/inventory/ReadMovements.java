package org.orders.application.inventory;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;

/** Reads a product's stock ledger. Only for administrators; adapters check the role. */
public interface ReadMovements {

  /**
   * Movements, newest first.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such product
   */
  Page<Movement> list(ProductId product, PageRequest page);
}
