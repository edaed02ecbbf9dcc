package org.orders.application.shared;

import org.orders.domain.shared.Refusal;

/** Another request was answered under this key. */
public final class IdempotencyKeyReused extends Refusal {

  private static final long serialVersionUID = 1L;

  public IdempotencyKeyReused() {
    super(
        Kind.UNPROCESSABLE,
        "idempotency-key-reused",
        "This Idempotency-Key was used for another request.");
  }
}
