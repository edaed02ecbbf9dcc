package org.orders.application.inventory;

import java.time.Instant;
import java.util.List;

/**
 * What came of comparing the books of stock with one another; without drifts all is well.
 *
 * @param drifts the first of them, by product
 * @param driftsTotal how many there are
 */
public record Reconciliation(Instant checkedAt, List<Drift> drifts, long driftsTotal) {

  public Reconciliation {
    drifts = List.copyOf(drifts);
  }
}
