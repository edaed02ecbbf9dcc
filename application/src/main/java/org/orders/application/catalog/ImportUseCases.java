package org.orders.application.catalog;

import java.time.InstantSource;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.inventory.StockRepository;

/** Taking in files of products, put together from what it needs. */
public record ImportUseCases(
    ProductRepository products,
    StockRepository stock,
    ImportLog log,
    CatalogueUpkeep upkeep,
    UnitOfWork work,
    IdGenerator ids,
    InstantSource clock) {

  public ImportProducts importProducts() {
    return new ImportProductsHandler(products, stock, log, upkeep, work, ids, clock);
  }

  public ReadImports readImports() {
    return new ImportReader(log, clock);
  }
}
