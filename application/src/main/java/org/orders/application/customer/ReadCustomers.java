package org.orders.application.customer;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;

/** Looks customers up. */
public interface ReadCustomers {

  /**
   * One customer.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  Customer read(Actor actor, CustomerId id);

  /** Customers, newest first. Only for staff; adapters check the role. */
  Page<Customer> list(CustomerFilter filter, PageRequest page);
}
