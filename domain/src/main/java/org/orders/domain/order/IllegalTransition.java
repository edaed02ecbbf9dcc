package org.orders.domain.order;

import org.orders.domain.shared.ImpossibleTransition;

/** The order cannot go from the state it is in to the one that was asked for. */
public final class IllegalTransition extends ImpossibleTransition {

  private static final long serialVersionUID = 1L;

  public IllegalTransition(OrderStatus from, OrderStatus to) {
    super("An order", from, to);
  }

  /** A change that the state does not allow although it names no other state. */
  public IllegalTransition(OrderStatus from, String change) {
    super("The " + change + " of an order that is " + from + " cannot be changed.", from);
  }
}
