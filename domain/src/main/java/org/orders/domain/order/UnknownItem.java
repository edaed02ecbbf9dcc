package org.orders.domain.order;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** The order has no such line. */
public final class UnknownItem extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnknownItem(OrderItemId item) {
    super(
        Kind.UNPROCESSABLE,
        "unknown-item",
        "The order has no such line.",
        Map.of("itemId", item.value()));
  }
}
