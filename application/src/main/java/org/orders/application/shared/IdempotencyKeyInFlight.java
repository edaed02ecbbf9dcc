package org.orders.application.shared;

import org.orders.domain.shared.Refusal;

/** The first request under this key is still running. */
public final class IdempotencyKeyInFlight extends Refusal {

  private static final long serialVersionUID = 1L;

  public IdempotencyKeyInFlight() {
    super(
        Kind.CONFLICT,
        "idempotency-key-in-flight",
        "A request with this Idempotency-Key is still running; try again in a second.");
  }
}
