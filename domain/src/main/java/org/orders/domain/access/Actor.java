package org.orders.domain.access;

import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderId;

/** Who does something: every command carries one, and history remembers it. */
public sealed interface Actor {

  /** Somebody with an account, who may act on their own data. */
  record Customer(CustomerId id) implements Actor {}

  /** The bearer of one order's token, who owns that order and nothing else. */
  record Guest(OrderId order) implements Actor {}

  /** Somebody who did not say who they are. */
  record Anonymous() implements Actor {}

  /** A person who runs the shop. */
  record Administrator(UserId id) implements Actor {}

  /** An internal application, which acts for any customer. */
  record Service(ClientId id) implements Actor {}

  /** The service itself: expiry, workers. */
  record System() implements Actor {}

  /** Whether this actor may see and act on everybody's data. */
  default boolean isStaff() {
    return switch (this) {
      case Administrator _, Service _, System _ -> true;
      case Customer _, Guest _, Anonymous _ -> false;
    };
  }
}
