package org.orders.application.catalog;

import java.util.Optional;
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
  public ProductView read(ProductId id, Freshness freshness) {
    Optional<ProductView> found =
        switch (freshness) {
          case LATELY -> queries.recall(id);
          case NOW -> queries.find(id);
        };
    return found.orElseThrow(() -> new NotFound("product"));
  }

  @Override
  public Page<ProductView> list(ProductFilter filter, PageRequest page, Freshness freshness) {
    return switch (freshness) {
      case LATELY -> queries.recall(filter, page);
      case NOW -> queries.list(filter, page);
    };
  }
}
