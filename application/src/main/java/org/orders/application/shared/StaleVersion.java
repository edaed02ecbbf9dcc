package org.orders.application.shared;

import org.orders.domain.shared.Refusal;

/** The caller rests on a version that is no longer the present one. */
public final class StaleVersion extends Refusal {

  private static final long serialVersionUID = 1L;

  public StaleVersion() {
    super(Kind.STALE, "stale-version", "It was changed since you read it; read it again.");
  }
}
