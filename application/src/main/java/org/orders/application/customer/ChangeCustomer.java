package org.orders.application.customer;

import java.util.function.UnaryOperator;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.Profile;

/** Changes what is known of a customer. */
public interface ChangeCustomer {

  /**
   * The customer as changed.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   * @throws org.orders.domain.customer.CustomerInactive when the customer has left
   * @throws org.orders.domain.customer.EmailTaken when another active account has the address
   */
  Outcome<Customer> change(Command command, Once<Customer> once);

  /**
   * @param change the new profile, as it follows from the present one
   */
  record Command(
      Actor actor,
      CustomerId customer,
      UnaryOperator<Profile> change,
      Precondition<Customer> precondition) {}
}
