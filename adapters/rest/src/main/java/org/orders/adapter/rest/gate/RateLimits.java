package org.orders.adapter.rest.gate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.Role;
import org.orders.application.access.TooManyRequests;

/** How often callers may call, by their role. */
@Singleton
public class RateLimits {

  private final TokenBuckets customers;
  private final TokenBuckets administrators;
  private final TokenBuckets services;

  @Inject
  RateLimits(
      @ConfigProperty(name = "orders.rate-limit.customer", defaultValue = "200/2000")
          String customer,
      @ConfigProperty(name = "orders.rate-limit.admin", defaultValue = "0") String admin,
      @ConfigProperty(name = "orders.rate-limit.service", defaultValue = "0") String service) {
    this.customers = new TokenBuckets(RateLimit.of(customer), System::nanoTime);
    this.administrators = new TokenBuckets(RateLimit.of(admin), System::nanoTime);
    this.services = new TokenBuckets(RateLimit.of(service), System::nanoTime);
  }

  /**
   * Counts a request.
   *
   * @param address where it came from, which stands for those who did not say who they are
   * @throws TooManyRequests when the caller sent too many lately
   */
  void count(CurrentCaller caller, String address) {
    Role role = caller.get().role();
    Duration wait =
        switch (role) {
          case ANONYMOUS -> customers.take("address:" + address);
          case GUEST, CUSTOMER -> customers.take(caller.name());
          case ADMIN -> administrators.take(caller.name());
          case SERVICE -> services.take(caller.name());
        };
    if (wait.isPositive()) {
      throw new TooManyRequests(wait);
    }
  }
}
