package org.orders.application.customer;

import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.customer.EmailTaken;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.EmailAddress;

/** Customers in memory. */
public final class InMemoryCustomerRepository implements CustomerRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<CustomerId, Customer> customers;

  /** The addresses of active accounts. */
  private final InMemoryTable<EmailAddress, CustomerId> emails;

  public InMemoryCustomerRepository(InMemoryDatabase database) {
    this.database = database;
    this.customers = database.table("customers");
    this.emails = database.table("emails");
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return customers.find(id);
  }

  @Override
  public Optional<Customer> lock(CustomerId id) {
    return customers.lock(id);
  }

  @Override
  public void add(Customer customer) {
    database.run(
        () -> {
          takeEmail(customer);
          customers.put(customer.id(), customer);
        });
  }

  @Override
  public void save(Customer customer) {
    database.run(
        () -> {
          Customer present =
              customers
                  .lock(customer.id())
                  .filter(it -> it.version() == customer.version())
                  .orElseThrow(ConcurrentChange::new);
          if (hasUniqueEmail(present)) {
            emails.remove(present.profile().email());
          }
          takeEmail(customer);
          customers.put(customer.id(), counted(customer));
        });
  }

  private void takeEmail(Customer customer) {
    if (hasUniqueEmail(customer)
        && !emails.putIfAbsent(customer.profile().email(), customer.id())) {
      throw new EmailTaken();
    }
  }

  private static boolean hasUniqueEmail(Customer customer) {
    return customer.kind() == Customer.Kind.ACCOUNT && customer.isActive();
  }

  private static Customer counted(Customer customer) {
    return new Customer(
        customer.id(),
        customer.kind(),
        customer.profile(),
        customer.status(),
        customer.createdAt(),
        customer.updatedAt(),
        customer.version() + 1);
  }
}
