package org.orders.domain.inventory;

import java.util.List;
import org.orders.domain.catalog.ProductId;

/**
 * The pieces of one product: those that can still be ordered, and those that unshipped orders hold.
 *
 * @param available pieces that can still be ordered ({@code inventory} in the API); never negative
 * @param reserved pieces held by orders that are neither shipped nor cancelled; never negative
 */
public record Stock(ProductId product, long available, long reserved) {

  /** The change after which exactly this many pieces can be ordered. */
  public StockChange setTo(long pieces) {
    return new StockChange(product, pieces - available, 0);
  }

  /**
   * The stock after the change.
   *
   * @throws InsufficientStock when there are not enough pieces
   */
  public Stock apply(StockChange change) {
    if (available + change.available() < 0) {
      throw new InsufficientStock(List.of(new Shortage(product, -change.available(), available)));
    }
    return new Stock(product, available + change.available(), reserved + change.reserved());
  }
}
