package org.orders.domain.customer;

import org.orders.domain.shared.Refusal;

/** A request names a customer that is not there, or not the caller's to act for. */
public final class UnknownCustomer extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnknownCustomer() {
    super(Kind.UNPROCESSABLE, "unknown-customer", "There is no such customer.");
  }
}
