package org.orders.application.catalog;

import java.util.Optional;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;

/** The read side of products. */
public interface ProductQueries {

  Optional<ProductView> find(ProductId id);

  /** Products that are sold, newest first. */
  Page<ProductView> list(ProductFilter filter, PageRequest page);
}
