package org.orders.domain.returns;

import java.util.List;

/**
 * What was decided about a return: how it is now and what happened. It is saved as a whole or not
 * at all.
 */
public record ReturnDecision(Return goods, List<ReturnEvent> events) {

  public ReturnDecision {
    events = List.copyOf(events);
  }

  public boolean changesAnything() {
    return !events.isEmpty();
  }
}
