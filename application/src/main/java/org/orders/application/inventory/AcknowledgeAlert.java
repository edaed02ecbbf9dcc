package org.orders.application.inventory;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;

/** Takes notice of an alert; it stays open until stock is no longer low. */
public interface AcknowledgeAlert {

  /**
   * The alert; who takes notice of it a second time changes nothing.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   */
  Outcome<StockAlert> acknowledge(Command command, Once<StockAlert> once);

  record Command(Actor actor, AlertId alert, Precondition<StockAlert> precondition) {}
}
