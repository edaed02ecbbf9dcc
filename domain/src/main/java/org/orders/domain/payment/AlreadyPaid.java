package org.orders.domain.payment;

import org.orders.domain.shared.Refusal;

/** The order is paid, or payable later, already. */
public final class AlreadyPaid extends Refusal {

  private static final long serialVersionUID = 1L;

  public AlreadyPaid() {
    super(Kind.CONFLICT, "already-paid", "The order is paid already.");
  }
}
