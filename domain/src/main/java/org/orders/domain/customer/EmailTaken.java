package org.orders.domain.customer;

import org.orders.domain.shared.Refusal;

/** Another active account has this e-mail address. */
public final class EmailTaken extends Refusal {

  private static final long serialVersionUID = 1L;

  public EmailTaken() {
    super(Kind.CONFLICT, "email-taken", "An active account has this e-mail address already.");
  }
}
