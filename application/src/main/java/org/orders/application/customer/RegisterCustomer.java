package org.orders.application.customer;

import org.jspecify.annotations.Nullable;
import org.orders.application.access.Password;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.Profile;

/** Opens an account. */
public interface RegisterCustomer {

  /**
   * The new account.
   *
   * @throws org.orders.domain.customer.EmailTaken when an active account has the address
   */
  Outcome<Customer> register(Command command, Once<Customer> once);

  /**
   * @param password nothing for an account that nobody logs in to
   */
  record Command(Profile profile, @Nullable Password password) {}
}
