package org.orders.domain.order;

import java.util.Map;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Refusal;

/** The order would not cost what the caller expected. */
public final class PriceChanged extends Refusal {

  private static final long serialVersionUID = 1L;

  public PriceChanged(Money total) {
    super(
        Kind.CONFLICT,
        "price-changed",
        "The order's total differs from the expected one.",
        Map.of("totalAmount", total.amount(), "currency", total.currency().getCurrencyCode()));
  }
}
