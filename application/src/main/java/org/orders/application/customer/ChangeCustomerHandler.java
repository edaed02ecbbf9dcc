package org.orders.application.customer;

import java.time.InstantSource;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.shared.NotFound;

/** Changes a customer under the row's lock. */
final class ChangeCustomerHandler implements ChangeCustomer {

  private final CustomerRepository customers;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  ChangeCustomerHandler(
      CustomerRepository customers, Idempotency idempotency, UnitOfWork work, InstantSource clock) {
    this.customers = customers;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<Customer> change(Command command, Once<Customer> once) {
    return work.run(
        () -> {
          Customer present = lock(customers, command.customer(), command.actor());
          return idempotency.perform(once, () -> change(present, command));
        });
  }

  private Customer change(Customer present, Command command) {
    command.precondition().check(present);
    Customer changed = present.change(command.change().apply(present.profile()), clock.instant());
    if (!changed.equals(present)) {
      customers.save(changed);
    }
    return changed;
  }

  static Customer lock(CustomerRepository customers, CustomerId id, Actor actor) {
    return customers
        .lock(id)
        .filter(customer -> customer.isOpenTo(actor))
        .orElseThrow(() -> new NotFound("customer"));
  }
}
