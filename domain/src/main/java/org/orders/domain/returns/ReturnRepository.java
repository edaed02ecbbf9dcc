package org.orders.domain.returns;

import java.util.List;
import java.util.Optional;
import org.orders.domain.order.OrderId;

/** Where returns are kept. All methods take part in the caller's transaction. */
public interface ReturnRepository {

  Optional<Return> find(ReturnId id);

  /** All returns of the order, oldest first. */
  List<Return> ofOrder(OrderId order);

  /** Adds a return, with what happened for the outbox. */
  void add(ReturnDecision decision);

  /**
   * Replaces the return, whose version is still the one that was read, and counts it on; writes
   * what happened to the outbox. A decision that changes nothing writes nothing.
   *
   * @throws org.orders.domain.shared.ConcurrentChange when somebody else was faster
   */
  void save(ReturnDecision decision);
}
