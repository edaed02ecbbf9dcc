package org.orders.domain.customer;

import org.orders.domain.shared.Refusal;

/** The customer has left and can neither log in nor order nor be changed. */
public final class CustomerInactive extends Refusal {

  private static final long serialVersionUID = 1L;

  public CustomerInactive() {
    super(Kind.CONFLICT, "customer-inactive", "The customer is inactive.");
  }
}
