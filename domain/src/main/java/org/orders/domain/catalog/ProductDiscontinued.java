package org.orders.domain.catalog;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** The product is no longer sold. */
public final class ProductDiscontinued extends Refusal {

  private static final long serialVersionUID = 1L;

  public ProductDiscontinued(ProductId product) {
    super(
        Kind.CONFLICT,
        "product-discontinued",
        "The product is no longer sold.",
        Map.of("productId", product.value()));
  }
}
