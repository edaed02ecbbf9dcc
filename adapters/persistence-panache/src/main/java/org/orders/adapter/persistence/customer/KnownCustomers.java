package org.orders.adapter.persistence.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;

/**
 * Customers as they were when last seen. Whatever is decided on one of them is verified where it is
 * written, so that an old memory costs a second look and never a wrong order.
 */
@ApplicationScoped
public class KnownCustomers {

  private final Cache<CustomerId, Customer> customers =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  public Optional<Customer> find(CustomerId id) {
    return Optional.ofNullable(customers.getIfPresent(id));
  }

  /** Remembers the customer, unless a later version is known. */
  public void remember(Customer seen) {
    customers
        .asMap()
        .merge(seen.id(), seen, (known, now) -> now.version() >= known.version() ? now : known);
  }

  void forget(CustomerId id) {
    customers.invalidate(id);
  }
}
