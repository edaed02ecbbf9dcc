package org.orders.domain.customer;

import java.util.Optional;

/** Where customers are kept. All methods take part in the caller's transaction. */
public interface CustomerRepository {

  Optional<Customer> find(CustomerId id);

  /** The customer, held against other writers until the transaction ends. */
  Optional<Customer> lock(CustomerId id);

  /**
   * Adds a new customer.
   *
   * @throws EmailTaken when an active account has the address
   */
  void add(Customer customer);

  /**
   * Replaces the customer, whose version is still the one that was read, and counts it on.
   *
   * @throws EmailTaken when another active account has the address
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster
   */
  void save(Customer customer);
}
