package org.orders.application.catalog;

import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository.Cause;

/** Adds a product together with its opening stock. */
final class CreateProductHandler implements CreateProduct {

  private final ProductRepository products;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  CreateProductHandler(
      ProductRepository products,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.products = products;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome<ProductView> create(Command command, Once<ProductView> once) {
    return work.run(() -> idempotency.perform(once, () -> create(command)));
  }

  private ProductView create(Command command) {
    Instant now = clock.instant();
    ProductId id = new ProductId(ids.next());
    Product product =
        Product.create(
            id,
            command.sku(),
            command.name(),
            command.description(),
            command.price(),
            command.lowStockThreshold(),
            now);
    products.add(
        product,
        StockChange.adjust(id, command.inventory()),
        new Cause("opening stock", null, command.actor(), now));
    return new ProductView(product, new Stock(id, command.inventory(), 0));
  }
}
