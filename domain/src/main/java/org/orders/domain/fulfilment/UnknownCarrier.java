package org.orders.domain.fulfilment;

import org.orders.domain.shared.Refusal;

/** No carrier of this name is here. */
public final class UnknownCarrier extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnknownCarrier() {
    super(Kind.UNPROCESSABLE, "unknown-carrier", "There is no such carrier.");
  }
}
