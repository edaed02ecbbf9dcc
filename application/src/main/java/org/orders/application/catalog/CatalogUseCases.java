package org.orders.application.catalog;

import java.time.InstantSource;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.inventory.StockRepository;

/** All that can be done with the catalogue, put together from what it needs. */
public record CatalogUseCases(
    ProductRepository products,
    ProductQueries queries,
    StockRepository stock,
    Idempotency idempotency,
    UnitOfWork work,
    IdGenerator ids,
    InstantSource clock) {

  public CreateProduct createProduct() {
    return new CreateProductHandler(products, idempotency, work, ids, clock);
  }

  public ChangeProduct changeProduct() {
    return new ChangeProductHandler(products, queries, stock, idempotency, work, clock);
  }

  public DiscontinueProduct discontinueProduct() {
    return new DiscontinueProductHandler(products, queries, work, clock);
  }

  public ReadProducts readProducts() {
    return new ProductReader(queries);
  }
}
