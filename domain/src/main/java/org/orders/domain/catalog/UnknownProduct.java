package org.orders.domain.catalog;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** An order names a product that is not there. */
public final class UnknownProduct extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnknownProduct(ProductId product) {
    super(
        Kind.UNPROCESSABLE,
        "unknown-product",
        "There is no such product.",
        Map.of("productId", product.value()));
  }
}
