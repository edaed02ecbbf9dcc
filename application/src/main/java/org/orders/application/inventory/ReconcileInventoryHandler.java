package org.orders.application.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.inventory.InventoryBooks.Comparison;
import org.orders.application.notification.Outbox;
import org.orders.application.notification.OutboxMessage;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.SharedRuns;
import org.orders.application.shared.UnitOfWork;

/**
 * Compares the books as of one moment, outside of any transaction, and notes for all replicas what
 * was found; by the same commit those hear of it who want to, once for each time that drifts
 * appear.
 */
final class ReconcileInventoryHandler implements ReconcileInventory {

  private final InventoryBooks books;
  private final Outbox outbox;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;
  private final SharedRuns<Reconciliation> comparisons = new SharedRuns<>(this::compare);

  ReconcileInventoryHandler(
      InventoryBooks books,
      Outbox outbox,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.books = books;
    this.outbox = outbox;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<Reconciliation> reconcile(Once<Reconciliation> once) {
    Optional<String> before = work.run(() -> idempotency.recall(once));
    if (before.isPresent()) {
      return new Outcome.Replayed<>(before.get());
    }
    Reconciliation found = comparisons.get();
    return work.run(() -> idempotency.perform(once, () -> note(found)));
  }

  private Reconciliation compare() {
    Instant now = clock.instant();
    Comparison found = books.compare(MOST_DRIFTS);
    return new Reconciliation(now, found.drifts(), found.total());
  }

  private Reconciliation note(Reconciliation found) {
    Check check = new Check(found.checkedAt(), found.driftsTotal());
    if (check.isNewsAfter(books.note(check))) {
      Map<String, String> facts = Map.of("drifts", Long.toString(check.drifts()));
      outbox.write(new OutboxMessage(DRIFTS_FOUND, null, null, facts, check.at()));
    }
    return found;
  }
}
