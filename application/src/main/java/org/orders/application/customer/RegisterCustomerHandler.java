package org.orders.application.customer;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.Passwords;
import org.orders.application.access.Subject;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerRepository;

/** Adds the account, and its password where one is given. */
final class RegisterCustomerHandler implements RegisterCustomer {

  private final CustomerRepository customers;
  private final CredentialRepository credentials;
  private final Passwords passwords;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  RegisterCustomerHandler(
      CustomerRepository customers,
      CredentialRepository credentials,
      Passwords passwords,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.customers = customers;
    this.credentials = credentials;
    this.passwords = passwords;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome<Customer> register(Command command, Once<Customer> once) {
    // Hashing takes long on purpose: it must not hold a transaction open.
    String hash = command.password() == null ? null : passwords.hash(command.password().value());
    return work.run(() -> idempotency.perform(once, () -> register(command, hash)));
  }

  private Customer register(Command command, @Nullable String hash) {
    Customer customer =
        Customer.account(new CustomerId(ids.next()), command.profile(), clock.instant());
    customers.add(customer);
    if (hash != null) {
      credentials.setPassword(new Subject.Customer(customer.id()), hash);
    }
    return customer;
  }
}
