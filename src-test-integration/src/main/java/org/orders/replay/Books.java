package org.orders.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.orders.replay.plan.Step.PlaceOrder;
import org.orders.replay.service.Placed;

/** What of the file stands where on the service: products, customers, orders. */
final class Books {

  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final Map<String, String> customers = new HashMap<>();
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
