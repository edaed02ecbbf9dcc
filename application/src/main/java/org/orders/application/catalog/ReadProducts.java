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
  ProductView read(ProductId id, Freshness freshness);

  /** Products that are sold: by how well they fit, the newest first, or as the filter says. */
  Page<ProductView> list(ProductFilter filter, PageRequest page, Freshness freshness);

  /** How new what is shown must be. */
  enum Freshness {
    /** As lately seen: at most a second behind what was written elsewhere. */
    LATELY,
    /** As it is now. */
    NOW
  }
}
