package org.orders.application.access;

import org.orders.domain.shared.Refusal;

/** A request names an administrator that is not there. */
public final class UnknownUser extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnknownUser() {
    super(Kind.UNPROCESSABLE, "unknown-user", "There is no such administrator.");
  }
}
