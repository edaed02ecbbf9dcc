package org.orders.domain.order;

import java.util.Optional;

/** Where orders are kept. All methods take part in the caller's transaction. */
public interface OrderRepository {

  Optional<Order> find(OrderId id);

  /** The order, held against other writers until the transaction ends. */
  Optional<Order> lock(OrderId id);

  /**
   * Saves what was decided about an order that was read before: its row and lines, its history, the
   * events for the outbox, and its stock with the ledger. A decision that changes nothing writes
   * nothing.
   *
   * @throws org.orders.domain.inventory.InsufficientStock with every product that is short
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster
   */
  void save(OrderDecision decision);
}
