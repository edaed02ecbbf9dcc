package org.orders.application.inventory;

import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.Sku;

/**
 * Something in which the books of a product's stock disagree.
 *
 * @param expected what the other books say
 * @param actual what was found
 */
public record Drift(ProductId product, Sku sku, Kind kind, long expected, long actual) {

  /** Which of the books is wrong. */
  public enum Kind {
    /** What can be ordered is not the sum of the movements. */
    INVENTORY,
    /** A balance in the ledger is not the sum of the movements up to it; the first such. */
    BALANCE,
    /** What is reserved is not what unshipped orders hold. */
    RESERVED,
    /** A product without stock: 1 is expected, 0 is there. */
    STOCK,
    /** Stock is watched at another level than the product's threshold (-1: not at all). */
    THRESHOLD,
    /** Low stock without an open alert (1 expected), or an open alert without low stock (0). */
    ALERT
  }
}
