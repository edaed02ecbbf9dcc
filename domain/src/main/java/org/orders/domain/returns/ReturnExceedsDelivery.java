package org.orders.domain.returns;

import java.util.Map;
import org.orders.domain.order.Pieces;
import org.orders.domain.shared.Refusal;

/** More would come back than arrived and is not on its way back already. */
public final class ReturnExceedsDelivery extends Refusal {

  private static final long serialVersionUID = 1L;

  public ReturnExceedsDelivery(Pieces left) {
    super(
        Kind.CONFLICT,
        "return-exceeds-delivery",
        "More would come back than was delivered and not returned; see left.",
        Map.of("left", left.listed()));
  }
}
