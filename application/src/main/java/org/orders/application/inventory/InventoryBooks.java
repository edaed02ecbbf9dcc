package org.orders.application.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The books of stock: counters, reservations, ledger, alerts. */
public interface InventoryBooks {

  /**
   * Everything in which the books disagree at one moment, by product, at most the given number.
   * Reads all of them, for seconds where they are long, and keeps nobody from selling. Not inside a
   * transaction.
   *
   * @throws org.orders.domain.shared.Refusal when it took longer than it may
   */
  List<Drift> compare(int most);

  /** Writes down, for all replicas, what the last comparison found. */
  void note(Check check);

  /** The last comparison that any replica made. */
  Optional<Check> last();

  /** That the books were compared, and how many drifts there were. */
  record Check(Instant at, long drifts) {}
}
