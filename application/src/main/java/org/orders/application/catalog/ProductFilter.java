package org.orders.application.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which products somebody looks for.
 *
 * @param query what they typed: a sku, words of the sku, the name or the description or beginnings
 *     of them, a part of the sku or the name, or words spelt nearly so; without regard to case and
 *     accents
 * @param lowStock only those with stock at or below their threshold
 * @param order how they are sorted; where nothing is said, by how well they fit, the newest first
 */
public record ProductFilter(
    @Nullable String query, boolean lowStock, @Nullable ProductOrder order) {

  /** Products in the order of how well they fit. */
  public ProductFilter(@Nullable String query, boolean lowStock) {
    this(query, lowStock, null);
  }

  /** Whether what is listed, and where, depends on stock, which changes all the time. */
  public boolean restsOnStock() {
    return lowStock || (order != null && order.by() == ProductOrder.By.INVENTORY);
  }
}
