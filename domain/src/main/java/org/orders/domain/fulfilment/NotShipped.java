package org.orders.domain.fulfilment;

import org.orders.domain.shared.Refusal;

/** There is no label and no journey to tell of, because nothing has been shipped so far. */
public final class NotShipped extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotShipped() {
    super(Kind.NOT_FOUND, "not-shipped", "This has not been shipped.");
  }
}
