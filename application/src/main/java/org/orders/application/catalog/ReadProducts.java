package org.orders.application.catalog;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;

/** Looks products up; everybody may. */
public interface ReadProducts {

  /**
   * One product, also one that is no longer sold.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   */
  ProductView read(ProductId id);

  /** Products that are sold, newest first. */
  Page<ProductView> list(ProductFilter filter, PageRequest page);
}
