package org.orders.application.customer;

import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryList;
import org.orders.application.shared.InMemoryList.Place;
import org.orders.application.shared.InMemoryTable;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.Profile;

/** Customers, read from memory. */
public final class InMemoryCustomerQueries implements CustomerQueries {

  private final InMemoryTable<CustomerId, Customer> customers;

  public InMemoryCustomerQueries(InMemoryDatabase database) {
    this.customers = database.table("customers");
  }

  @Override
  public Page<Customer> list(CustomerFilter filter, PageRequest page) {
    return InMemoryList.page(
        customers.values().stream().filter(customer -> matches(customer, filter)),
        customer -> new Place(customer.createdAt(), customer.id().value().toString()),
        page);
  }

  private static boolean matches(Customer customer, CustomerFilter filter) {
    return (filter.status() == null || filter.status() == customer.status())
        && (filter.query() == null || found(customer, filter.query()));
  }

  private static boolean found(Customer customer, String query) {
    Profile profile = customer.profile();
    return InMemoryList.holds(
            query, profile.name().value(), profile.email().value(), profile.phone().value())
        || customer.id().value().toString().equals(InMemoryList.fold(query));
  }
}
