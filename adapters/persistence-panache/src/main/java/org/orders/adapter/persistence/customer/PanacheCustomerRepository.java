package org.orders.adapter.persistence.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Rows;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.customer.EmailTaken;

/** Customers as Panache entities. */
@ApplicationScoped
public class PanacheCustomerRepository implements CustomerRepository {

  private static final String ONE_ACCOUNT_AN_EMAIL = "customer_active_email";

  private final Database database;
  private final KnownCustomers known;

  PanacheCustomerRepository(Database database, KnownCustomers known) {
    this.database = database;
    this.known = known;
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return Rows.find(CustomerRow.class, id.value()).map(CustomerRow::toCustomer);
  }

  @Override
  public Optional<Customer> lock(CustomerId id) {
    return Rows.lock(CustomerRow.class, id.value()).map(CustomerRow::toCustomer);
  }

  @Override
  public void add(Customer customer) {
    CustomerRow.of(customer).persist();
    Rows.flush(CustomerRow.class, ONE_ACCOUNT_AN_EMAIL, new EmailTaken());
  }

  @Override
  public void save(Customer customer) {
    CustomerRow row =
        Rows.present(
            Rows.find(CustomerRow.class, customer.id().value()),
            found -> found.version == customer.version());
    row.take(customer);
    database.afterTransaction(() -> known.forget(customer.id()));
    Rows.flush(CustomerRow.class, ONE_ACCOUNT_AN_EMAIL, new EmailTaken());
  }
}
