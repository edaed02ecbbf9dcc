package org.orders.application.order;

import java.util.List;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderEvent;
import org.orders.domain.order.OrderId;

/** Looks orders up. */
public interface ReadOrders {

  /**
   * One order.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  OrderView read(Actor actor, OrderId id);

  /**
   * What happened to the order, oldest first; notes only for administrators.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  List<OrderEvent> history(Actor actor, OrderId id);

  /**
   * A customer's orders, newest first.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such customer, or not for this actor
   */
  Page<OrderView> ofCustomer(
      Actor actor, CustomerId customer, OrderFilter filter, PageRequest page);

  /** All orders, newest first. Only for staff; adapters check the role. */
  Page<OrderView> list(OrderFilter filter, PageRequest page);

  /**
   * The same for a file: without fulfilment's progress, and with so few orders on a page that all
   * their lines fit into memory. Only for staff; adapters check the role.
   */
  Page<OrderView> listForFile(OrderFilter filter, PageRequest page);
}
