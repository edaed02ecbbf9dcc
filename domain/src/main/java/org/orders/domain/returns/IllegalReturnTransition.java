package org.orders.domain.returns;

import org.orders.domain.shared.ImpossibleTransition;

/** The return cannot go from the state it is in to the one that was asked for. */
public final class IllegalReturnTransition extends ImpossibleTransition {

  private static final long serialVersionUID = 1L;

  public IllegalReturnTransition(ReturnStatus from, ReturnStatus to) {
    super("A return", from, to);
  }
}
