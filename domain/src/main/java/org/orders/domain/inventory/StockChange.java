package org.orders.domain.inventory;

import org.orders.domain.catalog.ProductId;

/**
 * What happens to one product's stock.
 *
 * @param available signed pieces that can be ordered more; where not 0 it becomes a movement in the
 *     ledger
 * @param reserved signed pieces that orders hold more
 */
public record StockChange(ProductId product, long available, long reserved) {

  /** An order takes the pieces. */
  public static StockChange reserve(ProductId product, long pieces) {
    return new StockChange(product, -pieces, pieces);
  }

  /** An order gives the pieces back. */
  public static StockChange release(ProductId product, long pieces) {
    return new StockChange(product, pieces, -pieces);
  }

  /** The pieces leave the house. */
  public static StockChange ship(ProductId product, long pieces) {
    return new StockChange(product, 0, -pieces);
  }

  /** Pieces come or go without an order. */
  public static StockChange adjust(ProductId product, long signedPieces) {
    return new StockChange(product, signedPieces, 0);
  }

  public boolean isNone() {
    return available == 0 && reserved == 0;
  }
}
