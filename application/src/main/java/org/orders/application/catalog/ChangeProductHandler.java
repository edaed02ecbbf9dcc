package org.orders.application.catalog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.NotFound;

/** Changes a product under its row's lock; stock is set last, because its lock is the hottest. */
final class ChangeProductHandler implements ChangeProduct {

  private final ProductRepository products;
  private final ProductQueries queries;
  private final StockRepository stock;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  ChangeProductHandler(
      ProductRepository products,
      ProductQueries queries,
      StockRepository stock,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.products = products;
    this.queries = queries;
    this.stock = stock;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<ProductView> change(Command command, Once<ProductView> once) {
    return work.run(
        () -> {
          Product present =
              products.lock(command.product()).orElseThrow(() -> new NotFound("product"));
          return idempotency.perform(once, () -> change(present, command));
        });
  }

  private ProductView change(Product present, Command command) {
    command.inventory().ifPresent(pieces -> stock.lock(present.id()));
    command.precondition().check(queries.find(present.id()).orElseThrow());
    Instant now = clock.instant();
    Product changed = present.change(particulars(command, present), now);
    if (!changed.equals(present)) {
      products.save(changed);
    }
    command.inventory().ifPresent(pieces -> setStock(command, pieces, now));
    return queries.find(present.id()).orElseThrow();
  }

  private static ProductChange particulars(Command command, Product present) {
    return new ProductChange(
        command.name(),
        command.description(),
        command.price().map(price -> Money.of("price", price, present.currency())),
        command.lowStockThreshold());
  }

  private void setStock(Command command, long pieces, Instant now) {
    StockChange change = stock.lock(command.product()).setTo(pieces);
    if (!change.isNone()) {
      stock.apply(List.of(change), new Cause("stock set", null, command.actor(), now));
    }
  }
}
