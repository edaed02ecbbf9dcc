package org.orders.domain.order;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** The order cannot go from the state it is in to the one that was asked for. */
public final class IllegalTransition extends Refusal {

  private static final long serialVersionUID = 1L;

  public IllegalTransition(OrderStatus from, OrderStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-transition",
        "An order that is " + from + " cannot become " + to + ".",
        Map.of("from", from.name(), "to", to.name()));
  }

  /** A change that the state does not allow although it names no other state. */
  public IllegalTransition(OrderStatus from, String change) {
    super(
        Kind.CONFLICT,
        "illegal-transition",
        "The " + change + " of an order that is " + from + " cannot be changed.",
        Map.of("from", from.name(), "to", from.name()));
  }
}
