package org.orders.application.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.shared.UnitOfWork;

/** Compares the books as of one moment and notes for all replicas what was found. */
final class ReconcileInventoryHandler implements ReconcileInventory {

  private final InventoryBooks books;
  private final UnitOfWork work;
  private final InstantSource clock;

  ReconcileInventoryHandler(InventoryBooks books, UnitOfWork work, InstantSource clock) {
    this.books = books;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Reconciliation reconcile() {
    Instant now = clock.instant();
    List<Drift> drifts = books.compare(MOST_DRIFTS);
    work.run(() -> books.note(new Check(now, drifts.size())));
    return new Reconciliation(now, drifts);
  }
}
