package org.orders.application.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orders.domain.order.PriceChanged;
import org.orders.domain.shared.Money;

/** Compares what a caller thinks an order costs with what it costs. */
final class ExpectedTotal {

  private ExpectedTotal() {}

  /**
   * Lets an order pass that costs what is expected, or of which nothing is expected.
   *
   * @throws PriceChanged otherwise, with the right total
   */
  static void require(@Nullable BigDecimal expected, Money total) {
    if (expected != null && expected.compareTo(total.amount()) != 0) {
      throw new PriceChanged(total);
    }
  }
}
