package org.orders.application.catalog;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.shared.NotFound;

/** Reads products, which everybody may see. */
final class ProductReader implements ReadProducts {

  private final ProductQueries queries;

  ProductReader(ProductQueries queries) {
    this.queries = queries;
  }

  @Override
  public ProductView read(ProductId id) {
    return queries.find(id).orElseThrow(() -> new NotFound("product"));
  }

  @Override
  public Page<ProductView> list(ProductFilter filter, PageRequest page) {
    return queries.list(filter, page);
  }
}
