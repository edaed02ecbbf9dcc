package org.orders.domain.shared;

/** Somebody else changed the same thing first; nothing was written. */
public final class ConcurrentChange extends Refusal {

  private static final long serialVersionUID = 1L;

  public ConcurrentChange() {
    super(Kind.CONFLICT, "conflict", "Somebody else changed this at the same time; try again.");
  }
}
