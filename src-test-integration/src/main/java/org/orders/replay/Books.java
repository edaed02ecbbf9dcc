package org.orders.replay;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.orders.replay.plan.Step.PlaceOrder;
import org.orders.replay.service.Placed;

/**
 * What of the file stands where on the service: products, customers, orders. Products and customers
 * come in from several hands at once, orders one after the other.
 */
final class Books {

  private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
  private final Map<String, String> customers = new ConcurrentHashMap<>();
  private final Map<PlaceOrder, Placed> orders = new LinkedHashMap<>();

  void stocked(Shelf shelf) {
    shelves.put(shelf.product().code(), shelf);
  }

  Optional<Shelf> shelf(String code) {
    return Optional.ofNullable(shelves.get(code));
  }

  void registered(String customerId, String id) {
    customers.put(customerId, id);
  }

  Optional<String> customer(String customerId) {
    return Optional.ofNullable(customers.get(customerId));
  }

  void placed(PlaceOrder planned, Placed order) {
    orders.put(planned, order);
  }

  Optional<Placed> order(PlaceOrder planned) {
    return Optional.ofNullable(orders.get(planned));
  }

  /** The orders as they were when placed. */
  Collection<Placed> orders() {
    return orders.values();
  }
}
