package org.orders.domain.shared;

/** It is not there; also what a caller hears of things that belong to somebody else. */
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotFound(String thing) {
    super(Kind.NOT_FOUND, "not-found", "There is no such " + thing + ".");
  }
}
