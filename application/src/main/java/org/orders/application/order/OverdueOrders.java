package org.orders.application.order;

import java.time.Instant;
import java.util.Optional;
import org.orders.domain.order.OrderId;

/** Finds the orders that wait too long for their payment. */
public interface OverdueOrders {

  /**
   * One order whose time to be paid is over, held until the present transaction ends; those that
   * another replica holds are passed over, and those with an open attempt to pay too, for as long
   * as that is still waited for.
   *
   * @param notPaidBy orders that were to be paid until then are overdue
   * @param evenInProgress orders that were to be paid until then are overdue also where an attempt
   *     is open
   */
  Optional<OrderId> lockNext(Instant notPaidBy, Instant evenInProgress);
}
