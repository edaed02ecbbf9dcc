package org.orders.application.order;

import java.util.List;
import java.util.Optional;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;

/** The read side of orders. Inside a transaction it sees what that transaction wrote. */
public interface OrderQueries {

  /** The most lines on a page for a file, so that a page of large orders fits into memory. */
  int MOST_LINES = 10_000;

  /** One order with its payment and notes. */
  Optional<OrderView> find(OrderId id);

  /** Orders with their payments, newest first; without their notes, which lists do not show. */
  Page<OrderView> list(OrderFilter filter, PageRequest page);

  /**
   * The same for a file: without fulfilment's progress, which files do not show, and with fewer
   * orders on the page where more would have over {@link #MOST_LINES} lines, but with one at least.
   */
  Page<OrderView> listForFile(OrderFilter filter, PageRequest page);

  /** What happened to the order, oldest first. */
  List<OrderEvent> history(OrderId id);
}
