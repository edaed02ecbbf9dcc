package org.orders.application.inventory;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;

/** The read side of the stock ledger. */
public interface MovementQueries {

  /** Movements, newest first; empty also for a product that is not there. */
  Page<Movement> list(ProductId product, PageRequest page);
}
