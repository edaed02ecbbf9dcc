package org.orders.application.catalog;

import java.time.InstantSource;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.shared.NotFound;

/** Discontinues a product under its row's lock. */
final class DiscontinueProductHandler implements DiscontinueProduct {

  private final ProductRepository products;
  private final ProductQueries queries;
  private final UnitOfWork work;
  private final InstantSource clock;

  DiscontinueProductHandler(
      ProductRepository products, ProductQueries queries, UnitOfWork work, InstantSource clock) {
    this.products = products;
    this.queries = queries;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void discontinue(Command command) {
    work.run(
        () -> {
          Product present =
              products.lock(command.product()).orElseThrow(() -> new NotFound("product"));
          command.precondition().check(queries.find(present.id()).orElseThrow());
          Product discontinued = present.discontinue(clock.instant());
          if (!discontinued.equals(present)) {
            products.save(discontinued);
          }
        });
  }
}
