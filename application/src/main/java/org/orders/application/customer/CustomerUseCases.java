package org.orders.application.customer;

import java.time.InstantSource;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.EndSessions;
import org.orders.application.access.Passwords;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.CustomerRepository;

/** All that can be done with customers, put together from what it needs. */
public record CustomerUseCases(
    CustomerRepository customers,
    CustomerQueries queries,
    CredentialRepository credentials,
    Passwords passwords,
    EndSessions sessions,
    Idempotency idempotency,
    UnitOfWork work,
    IdGenerator ids,
    InstantSource clock) {

  public RegisterCustomer registerCustomer() {
    return new RegisterCustomerHandler(
        customers, credentials, passwords, idempotency, work, ids, clock);
  }

  public ChangeCustomer changeCustomer() {
    return new ChangeCustomerHandler(customers, idempotency, work, clock);
  }

  public DeactivateCustomer deactivateCustomer() {
    return new DeactivateCustomerHandler(customers, sessions, clock);
  }

  public ReadCustomers readCustomers() {
    return new CustomerReader(customers, queries, work);
  }
}
