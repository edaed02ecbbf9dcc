package org.orders.application.customer;

import java.time.InstantSource;
import org.orders.application.access.EndSessions;
import org.orders.application.access.Subject;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerRepository;

/** Makes a customer inactive and ends their sessions. */
final class DeactivateCustomerHandler implements DeactivateCustomer {

  private final CustomerRepository customers;
  private final EndSessions sessions;
  private final InstantSource clock;

  DeactivateCustomerHandler(
      CustomerRepository customers, EndSessions sessions, InstantSource clock) {
    this.customers = customers;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void deactivate(Command command) {
    sessions.endAll(new Subject.Customer(command.customer()), null, () -> makeInactive(command));
  }

  private void makeInactive(Command command) {
    Customer present = ChangeCustomerHandler.lock(customers, command.customer(), command.actor());
    command.precondition().check(present);
    Customer inactive = present.deactivate(clock.instant());
    if (!inactive.equals(present)) {
      customers.save(inactive);
    }
  }
}
