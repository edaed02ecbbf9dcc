package org.orders.application.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The books of stock: counters, reservations, ledger, alerts. */
public interface InventoryBooks {

  /**
   * Everything in which the books disagree at one moment. Reads all of them, for seconds where they
   * are long, and keeps nobody from selling. Not inside a transaction.
   *
   * @param most how many drifts to name
   * @throws org.orders.domain.shared.Refusal when it took longer than it may
   */
  Comparison compare(int most);

  /**
   * Writes down, for all replicas, what a comparison found, unless a later one was noted before.
   *
   * @return what was noted before, held against others who note until the transaction ends
   */
  Optional<Check> note(Check check);

  /** The last comparison that any replica made. */
  Optional<Check> last();

  /**
   * What a comparison found.
   *
   * @param drifts the first of them, by product
   * @param total how many there are
   */
  record Comparison(List<Drift> drifts, long total) {

    public Comparison {
      drifts = List.copyOf(drifts);
    }
  }

  /** That the books were compared, and how many drifts there were. */
  record Check(Instant at, long drifts) {

    /** Whether it is the first to find any since one found none; the hours after are no news. */
    boolean isNewsAfter(Optional<Check> before) {
      return drifts > 0
          && before.map(last -> last.drifts() == 0 && !last.at().isAfter(at)).orElse(true);
    }
  }
}
