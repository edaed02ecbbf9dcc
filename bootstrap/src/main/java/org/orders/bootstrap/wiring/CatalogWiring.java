package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.catalog.CatalogUseCases;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.catalog.ReadProducts;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.inventory.StockRepository;

/** Wires what is done with the catalogue. */
@Dependent
class CatalogWiring {

  @Produces
  @Singleton
  CatalogUseCases useCases(
      ProductRepository products,
      ProductQueries queries,
      StockRepository stock,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    return new CatalogUseCases(products, queries, stock, idempotency, work, ids, clock);
  }

  @Produces
  @Singleton
  CreateProduct createProduct(CatalogUseCases useCases) {
    return useCases.createProduct();
  }

  @Produces
  @Singleton
  ChangeProduct changeProduct(CatalogUseCases useCases) {
    return useCases.changeProduct();
  }

  @Produces
  @Singleton
  DiscontinueProduct discontinueProduct(CatalogUseCases useCases) {
    return useCases.discontinueProduct();
  }

  @Produces
  @Singleton
  ReadProducts readProducts(CatalogUseCases useCases) {
    return useCases.readProducts();
  }
}
