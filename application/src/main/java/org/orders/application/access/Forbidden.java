package org.orders.application.access;

import org.orders.domain.shared.Refusal;

/** The caller's role may not do this. */
public final class Forbidden extends Refusal {

  private static final long serialVersionUID = 1L;

  public Forbidden() {
    super(Kind.FORBIDDEN, "forbidden", "Your role does not allow this.");
  }
}
