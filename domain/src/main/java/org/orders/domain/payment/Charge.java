package org.orders.domain.payment;

import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Money;

/**
 * One attempt to take money, as it is committed before a gateway hears of it.
 *
 * @param attempt the attempt's id, its key at the gateway
 * @param payment what it is for; gateways keep it beside the charge, for people who compare books
 * @param order as {@code payment}
 * @param amount more than zero
 */
public record Charge(
    AttemptId attempt, PaymentId payment, OrderId order, PaymentToken token, Money amount) {

  public Charge {
    if (amount.isZero() || amount.isNegative()) {
      throw new IllegalArgumentException("A charge is of more than zero");
    }
  }
}
