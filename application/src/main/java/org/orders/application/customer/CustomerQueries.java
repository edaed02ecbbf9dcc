package org.orders.application.customer;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.customer.Customer;

/** The read side of customers. */
public interface CustomerQueries {

  /** Customers, newest first. */
  Page<Customer> list(CustomerFilter filter, PageRequest page);
}
