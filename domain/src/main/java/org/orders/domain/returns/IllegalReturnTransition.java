package org.orders.domain.returns;

import java.util.Map;
import org.orders.domain.shared.Refusal;

/** The return cannot go from the state it is in to the one that was asked for. */
public final class IllegalReturnTransition extends Refusal {

  private static final long serialVersionUID = 1L;

  public IllegalReturnTransition(ReturnStatus from, ReturnStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-transition",
        "A return that is " + from + " cannot become " + to + ".",
        Map.of("from", from.name(), "to", to.name()));
  }
}
