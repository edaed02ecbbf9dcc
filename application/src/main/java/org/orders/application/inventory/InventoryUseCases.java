package org.orders.application.inventory;

import java.time.InstantSource;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.job.JobQueue;
import org.orders.application.notification.Outbox;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.inventory.StockRepository;

/** All that can be done with stock, put together from what it needs. */
public record InventoryUseCases(
    StockRepository stock,
    ProductQueries products,
    MovementQueries movements,
    StockAlerts alerts,
    InventoryBooks books,
    Outbox outbox,
    JobQueue jobs,
    Idempotency idempotency,
    UnitOfWork work,
    InstantSource clock) {

  public AdjustInventory adjustInventory() {
    return new AdjustInventoryHandler(stock, products, idempotency, work, clock);
  }

  public ReadMovements readMovements() {
    return new MovementReader(products, movements);
  }

  public ReadAlerts readAlerts() {
    return new AlertReader(alerts);
  }

  public AcknowledgeAlert acknowledgeAlert() {
    return new AcknowledgeAlertHandler(alerts, idempotency, work, clock);
  }

  public ReconcileInventory reconcileInventory() {
    return new ReconcileInventoryHandler(books, outbox, idempotency, work, clock);
  }

  public WatchInventory watchInventory() {
    return new WatchInventoryHandler(books, jobs, work, clock);
  }
}
