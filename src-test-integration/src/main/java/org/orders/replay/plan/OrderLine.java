package org.orders.replay.plan;

import java.math.BigDecimal;

/** Pieces of one product at one price. */
public record OrderLine(String code, BigDecimal price, long quantity) {

  /** Price × quantity. */
  public BigDecimal total() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }
}
