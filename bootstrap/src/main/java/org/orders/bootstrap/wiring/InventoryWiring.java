package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.inventory.AcknowledgeAlert;
import org.orders.application.inventory.AdjustInventory;
import org.orders.application.inventory.InventoryBooks;
import org.orders.application.inventory.InventoryUseCases;
import org.orders.application.inventory.MovementQueries;
import org.orders.application.inventory.ReadAlerts;
import org.orders.application.inventory.ReadMovements;
import org.orders.application.inventory.ReconcileInventory;
import org.orders.application.inventory.ReconcileInventoryJob;
import org.orders.application.inventory.StockAlerts;
import org.orders.application.inventory.WatchInventory;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobQueue;
import org.orders.application.notification.Outbox;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.inventory.StockRepository;

/** Wires what is done with stock. */
@Dependent
class InventoryWiring {

  @Produces
  @Singleton
  InventoryUseCases useCases(
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
    return new InventoryUseCases(
        stock, products, movements, alerts, books, outbox, jobs, idempotency, work, clock);
  }

  @Produces
  @Singleton
  AdjustInventory adjustInventory(InventoryUseCases useCases) {
    return useCases.adjustInventory();
  }

  @Produces
  @Singleton
  ReadMovements readMovements(InventoryUseCases useCases) {
    return useCases.readMovements();
  }

  @Produces
  @Singleton
  ReadAlerts readAlerts(InventoryUseCases useCases) {
    return useCases.readAlerts();
  }

  @Produces
  @Singleton
  AcknowledgeAlert acknowledgeAlert(InventoryUseCases useCases) {
    return useCases.acknowledgeAlert();
  }

  @Produces
  @Singleton
  ReconcileInventory reconcileInventory(InventoryUseCases useCases) {
    ReconcileInventory handler = useCases.reconcileInventory();
    DriftReport report = new DriftReport();
    return once -> report.of(handler.reconcile(once));
  }

  @Produces
  @Singleton
  WatchInventory watchInventory(InventoryUseCases useCases) {
    return useCases.watchInventory();
  }

  @Produces
  @Singleton
  JobHandler reconcileInventoryJob(ReconcileInventory reconcileInventory) {
    return new ReconcileInventoryJob(reconcileInventory);
  }
}
