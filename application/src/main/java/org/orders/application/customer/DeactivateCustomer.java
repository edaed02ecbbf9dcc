package org.orders.application.customer;

import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;

/** Lets a customer go: no more log-ins, no more orders; what was ordered stays. */
public interface DeactivateCustomer {

  /**
   * Doing it twice changes nothing.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  void deactivate(Command command);

  record Command(Actor actor, CustomerId customer, Precondition<Customer> precondition) {}
}
