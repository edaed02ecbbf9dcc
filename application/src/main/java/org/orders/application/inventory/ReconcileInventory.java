package org.orders.application.inventory;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;

/**
 * Compares counters, reservations and ledger of all products with one another. It corrects nothing:
 * which of the books is wrong, somebody has to find out. Whoever asks while others do may share
 * their comparison, of which a replica makes one at a time. Only for administrators; adapters check
 * the role.
 */
public interface ReconcileInventory {

  /** The most drifts that are named; whoever has more has one cause for them, and their number. */
  int MOST_DRIFTS = 10_000;

  /** What goes into the outbox when drifts were found and the time before none. */
  String DRIFTS_FOUND = "DRIFTS_FOUND";

  /** What the comparison found, or was found before under the same key. */
  Outcome<Reconciliation> reconcile(Once<Reconciliation> once);
}
