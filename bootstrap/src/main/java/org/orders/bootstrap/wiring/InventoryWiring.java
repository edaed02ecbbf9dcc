package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.inventory.AdjustInventory;
import org.orders.application.inventory.InventoryUseCases;
import org.orders.application.inventory.MovementQueries;
import org.orders.application.inventory.ReadMovements;
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
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    return new InventoryUseCases(stock, products, movements, idempotency, work, clock);
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
}
