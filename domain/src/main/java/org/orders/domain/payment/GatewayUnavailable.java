package org.orders.domain.payment;

import org.orders.domain.shared.Refusal;

/** The payment gateway is away, and nothing was sent to it that could move money. */
public final class GatewayUnavailable extends Refusal {

  private static final long serialVersionUID = 1L;

  public GatewayUnavailable() {
    super(
        Kind.UNAVAILABLE,
        "gateway-unavailable",
        "The payment gateway cannot be reached; try again later.");
  }
}
