package org.orders.adapter.jobs;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.inventory.InventoryBooks;
import org.orders.application.inventory.StockAlerts;
import org.orders.application.inventory.WatchInventory;

/** Looks after stock: has its books compared, and shows how much is low and what was found. */
@ApplicationScoped
class WatchInventoryJob {

  private final WatchInventory watchInventory;
  private final StockAlerts alerts;
  private final InventoryBooks books;
  private final InventoryMetrics metrics;
  private final Quietly quietly;
  private final Duration reconcileEvery;

  WatchInventoryJob(
      WatchInventory watchInventory,
      StockAlerts alerts,
      InventoryBooks books,
      InventoryMetrics metrics,
      Quietly quietly,
      @ConfigProperty(name = "orders.reconcile.every", defaultValue = "1h")
          Duration reconcileEvery) {
    this.watchInventory = watchInventory;
    this.alerts = alerts;
    this.books = books;
    this.metrics = metrics;
    this.quietly = quietly;
    this.reconcileEvery = reconcileEvery;
  }

  @Scheduled(
      identity = "ask-for-reconciliation",
      every = "${orders.reconcile.every:1h}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void askForReconciliation() {
    quietly.run("ask-for-reconciliation", () -> watchInventory.reconcileEvery(reconcileEvery));
  }

  @Scheduled(
      identity = "watch-inventory",
      every = "${orders.jobs.watch-inventory-every:30s}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void show() {
    quietly.run(
        "watch-inventory",
        () -> {
          metrics.show(alerts.count());
          books.last().ifPresent(metrics::show);
        });
  }
}
