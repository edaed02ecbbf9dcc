package org.orders.application.inventory;

import java.time.Instant;
import java.util.List;

/** What came of comparing the books of stock with one another; without drifts all is well. */
public record Reconciliation(Instant checkedAt, List<Drift> drifts) {

  public Reconciliation {
    drifts = List.copyOf(drifts);
  }
}
