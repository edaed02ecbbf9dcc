package org.orders.domain.order;

import org.orders.domain.shared.Refusal;

/** Somebody halted the order's fulfilment; it goes on once they release it. */
public final class OnHold extends Refusal {

  private static final long serialVersionUID = 1L;

  public OnHold() {
    super(Kind.CONFLICT, "on-hold", "The order is on hold.");
  }
}
