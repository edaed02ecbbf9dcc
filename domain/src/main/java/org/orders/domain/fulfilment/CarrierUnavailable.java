package org.orders.domain.fulfilment;

import org.orders.domain.shared.Refusal;

/** The carrier is away, and nothing was sent to it that could buy or void a label. */
public final class CarrierUnavailable extends Refusal {

  private static final long serialVersionUID = 1L;

  public CarrierUnavailable() {
    super(
        Kind.UNAVAILABLE, "carrier-unavailable", "The carrier cannot be reached; try again later.");
  }
}
