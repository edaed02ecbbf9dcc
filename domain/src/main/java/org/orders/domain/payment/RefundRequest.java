package org.orders.domain.payment;

import org.orders.domain.shared.Money;

/**
 * Money to give back, as it is committed before a gateway hears of it.
 *
 * @param refund the refund's id, its key at the gateway
 * @param attempt the attempt that took the money
 * @param charge that attempt's name at the gateway
 * @param amount more than zero, at most what was taken and is not refunded yet
 */
public record RefundRequest(
    RefundId refund, AttemptId attempt, GatewayReference charge, Money amount) {

  public RefundRequest {
    if (amount.isZero() || amount.isNegative()) {
      throw new IllegalArgumentException("A refund is of more than zero");
    }
  }
}
