package org.orders.application.customer;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.shared.NotFound;

/** Reads customers as far as the actor may see them. */
final class CustomerReader implements ReadCustomers {

  private final CustomerRepository customers;
  private final CustomerQueries queries;
  private final UnitOfWork work;

  CustomerReader(CustomerRepository customers, CustomerQueries queries, UnitOfWork work) {
    this.customers = customers;
    this.queries = queries;
    this.work = work;
  }

  @Override
  public Customer read(Actor actor, CustomerId id) {
    return work.run(() -> customers.find(id))
        .filter(customer -> customer.isOpenTo(actor))
        .orElseThrow(() -> new NotFound("customer"));
  }

  @Override
  public Page<Customer> list(CustomerFilter filter, PageRequest page) {
    return queries.list(filter, page);
  }
}
