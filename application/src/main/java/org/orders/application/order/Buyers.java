package org.orders.application.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderPlacements.Basis;
import org.orders.application.order.PlaceOrder.Buyer;
import org.orders.application.shared.IdGenerator;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.UnknownCustomer;

/** Finds out for whom an order is placed. */
final class Buyers {

  private Buyers() {}

  static @Nullable CustomerId knownId(Buyer buyer) {
    return switch (buyer) {
      case Buyer.Known(var id) -> id;
      case Buyer.Guest _ -> null;
    };
  }

  /** A record for a guest, who gets one of their own with each order. */
  static @Nullable Customer newGuest(Buyer buyer, IdGenerator ids, Instant at) {
    return switch (buyer) {
      case Buyer.Known _ -> null;
      case Buyer.Guest(var profile) -> Customer.guest(new CustomerId(ids.next()), profile, at);
    };
  }

  /**
   * The customer who buys.
   *
   * @throws UnknownCustomer when there is none, or not one the actor may act for
   * @throws org.orders.domain.customer.CustomerInactive when the customer has left
   */
  static Customer buyer(PlaceOrder.Command command, @Nullable Customer newGuest, Basis basis) {
    if (newGuest != null) {
      return newGuest;
    }
    Customer customer = basis.customer();
    if (customer == null || !customer.isOpenTo(command.actor())) {
      throw new UnknownCustomer();
    }
    customer.requireActive();
    return customer;
  }
}
