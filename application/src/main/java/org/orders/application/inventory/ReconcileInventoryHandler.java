package org.orders.application.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.inventory.InventoryBooks.Comparison;
import org.orders.application.notification.Outbox;
import org.orders.application.notification.OutboxMessage;
import org.orders.application.shared.UnitOfWork;

/**
 * Compares the books as of one moment and notes for all replicas what was found; by the same commit
 * those hear of it who want to, once for each time that drifts appear.
 */
final class ReconcileInventoryHandler implements ReconcileInventory {

  private final InventoryBooks books;
  private final Outbox outbox;
  private final UnitOfWork work;
  private final InstantSource clock;

  ReconcileInventoryHandler(
      InventoryBooks books, Outbox outbox, UnitOfWork work, InstantSource clock) {
    this.books = books;
    this.outbox = outbox;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Reconciliation reconcile() {
    Instant now = clock.instant();
    Comparison found = books.compare(MOST_DRIFTS);
    work.run(() -> note(new Check(now, found.total())));
    return new Reconciliation(now, found.drifts(), found.total());
  }

  private void note(Check check) {
    if (check.isNewsAfter(books.note(check))) {
      Map<String, String> facts = Map.of("drifts", Long.toString(check.drifts()));
      outbox.write(new OutboxMessage(DRIFTS_FOUND, null, null, facts, check.at()));
    }
  }
}
