package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.catalog.CatalogueUpkeep;
import org.orders.application.catalog.ImportLog;
import org.orders.application.catalog.ImportProducts;
import org.orders.application.catalog.ImportUseCases;
import org.orders.application.catalog.ReadImports;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.inventory.StockRepository;

/** Wires the taking in of files of products. */
@Dependent
class ImportWiring {

  @Produces
  @Singleton
  ImportUseCases useCases(
      ProductRepository products,
      StockRepository stock,
      ImportLog log,
      CatalogueUpkeep upkeep,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    return new ImportUseCases(products, stock, log, upkeep, work, ids, clock);
  }

  @Produces
  @Singleton
  ImportProducts importProducts(ImportUseCases useCases) {
    return useCases.importProducts();
  }

  @Produces
  @Singleton
  ReadImports readImports(ImportUseCases useCases) {
    return useCases.readImports();
  }
}
