package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.EndSessions;
import org.orders.application.access.Passwords;
import org.orders.application.customer.ChangeCustomer;
import org.orders.application.customer.CustomerQueries;
import org.orders.application.customer.CustomerUseCases;
import org.orders.application.customer.DeactivateCustomer;
import org.orders.application.customer.ReadCustomers;
import org.orders.application.customer.RegisterCustomer;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.CustomerRepository;

/** Wires what is done with customers. */
@Dependent
class CustomerWiring {

  @Produces
  @Singleton
  CustomerUseCases useCases(
      CustomerRepository customers,
      CustomerQueries queries,
      CredentialRepository credentials,
      Passwords passwords,
      EndSessions sessions,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    return new CustomerUseCases(
        customers, queries, credentials, passwords, sessions, idempotency, work, ids, clock);
  }

  @Produces
  @Singleton
  RegisterCustomer registerCustomer(CustomerUseCases useCases) {
    return useCases.registerCustomer();
  }

  @Produces
  @Singleton
  ChangeCustomer changeCustomer(CustomerUseCases useCases) {
    return useCases.changeCustomer();
  }

  @Produces
  @Singleton
  DeactivateCustomer deactivateCustomer(CustomerUseCases useCases) {
    return useCases.deactivateCustomer();
  }

  @Produces
  @Singleton
  ReadCustomers readCustomers(CustomerUseCases useCases) {
    return useCases.readCustomers();
  }
}
