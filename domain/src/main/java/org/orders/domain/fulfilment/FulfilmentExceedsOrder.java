package org.orders.domain.fulfilment;

import java.util.Map;
import org.orders.domain.order.Pieces;
import org.orders.domain.shared.Refusal;

/** More would be shipped than is left of the order. */
public final class FulfilmentExceedsOrder extends Refusal {

  private static final long serialVersionUID = 1L;

  public FulfilmentExceedsOrder(Pieces left) {
    super(
        Kind.CONFLICT,
        "fulfilment-exceeds-order",
        "There is not that much left to ship; see left.",
        Map.of("left", left.listed()));
  }
}
