package org.orders.application.order;

import java.time.Instant;
import java.util.Optional;
import org.orders.domain.order.OrderId;

/** Finds the orders that wait too long for their payment. */
public interface OverdueOrders {

  /**
   * One order whose time to be paid is over, held until the present transaction ends; those that
   * another replica holds are passed over.
   */
  Optional<OrderId> lockNext(Instant now);
}
