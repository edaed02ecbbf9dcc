package org.orders.application.catalog;

import java.util.Optional;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;

/** The read side of products. */
public interface ProductQueries {

  /** The product as it is now; inside a transaction, as that transaction left it. */
  Optional<ProductView> find(ProductId id);

  /** Products that are sold, as they are now. */
  Page<ProductView> list(ProductFilter filter, PageRequest page);

  /**
   * The product as it was lately seen: never behind what this replica wrote, and behind what others
   * wrote by a second at most. Nothing is decided on it.
   */
  default Optional<ProductView> recall(ProductId id) {
    return find(id);
  }

  /** Products that are sold, as they were lately seen; see {@link #recall}. */
  default Page<ProductView> recall(ProductFilter filter, PageRequest page) {
    return list(filter, page);
  }
}
