package org.orders.application.access;

import org.orders.domain.shared.Refusal;

/** There is no token, or it is forged, expired or ended. */
public final class InvalidToken extends Refusal {

  private static final long serialVersionUID = 1L;

  public InvalidToken() {
    super(Kind.UNAUTHENTICATED, "unauthorized", "A valid token is needed.");
  }
}
