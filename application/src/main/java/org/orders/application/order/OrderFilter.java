package org.orders.application.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderStatus;

/**
 * Which orders somebody looks for; what is absent does not matter.
 *
 * @param from placed at or after this
 * @param to placed before this
 * @param query a whole number, reference, id or contact's e-mail, or the beginning of a number or
 *     reference, or a part of the contact's name, without regard to case
 */
public record OrderFilter(
    @Nullable OrderStatus status,
    @Nullable CustomerId customer,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String query) {

  /** The same, of one customer. */
  OrderFilter of(CustomerId id) {
    return new OrderFilter(status, id, from, to, query);
  }
}
