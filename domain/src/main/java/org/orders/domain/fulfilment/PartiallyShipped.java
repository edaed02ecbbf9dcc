package org.orders.domain.fulfilment;

import org.orders.domain.shared.Refusal;

/** A part of the order is on its way already, so that the order cannot be given up as a whole. */
public final class PartiallyShipped extends Refusal {

  private static final long serialVersionUID = 1L;

  public PartiallyShipped() {
    super(Kind.CONFLICT, "partially-shipped", "A part of the order is on its way already.");
  }
}
