package org.orders.application.catalog;

import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;

/** Takes a product out of sale; it stays readable, and orders that hold it go on. */
public interface DiscontinueProduct {

  /**
   * Doing it twice changes nothing.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   */
  void discontinue(Command command);

  record Command(Actor actor, ProductId product, Precondition<ProductView> precondition) {}
}
