package org.orders.application.access;

import org.orders.domain.shared.Refusal;

/** Name and secret do not belong together; it does not say which of them is wrong. */
public final class InvalidCredentials extends Refusal {

  private static final long serialVersionUID = 1L;

  public InvalidCredentials() {
    super(Kind.UNAUTHENTICATED, "invalid-credentials", "The name or the password is wrong.");
  }
}
