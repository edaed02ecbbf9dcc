package org.orders.application.inventory;

import java.time.InstantSource;
import java.util.List;
import org.orders.application.catalog.ProductQueries;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.shared.Reason;

/** Adjusts stock under its row's lock. */
final class AdjustInventoryHandler implements AdjustInventory {

  private final StockRepository stock;
  private final ProductQueries products;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  AdjustInventoryHandler(
      StockRepository stock,
      ProductQueries products,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.stock = stock;
    this.products = products;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<ProductView> adjust(Command command, Once<ProductView> once) {
    return work.run(
        () -> {
          Stock present = stock.lock(command.product());
          return idempotency.perform(once, () -> adjust(present, command));
        });
  }

  private ProductView adjust(Stock present, Command command) {
    command.precondition().check(products.find(present.product()).orElseThrow());
    StockChange change =
        switch (command.adjustment()) {
          case Adjustment.SetTo(var pieces) -> present.setTo(pieces);
          case Adjustment.Change(var pieces) -> StockChange.adjust(present.product(), pieces);
        };
    if (!change.isNone()) {
      stock.apply(List.of(change), cause(command));
    }
    return products.find(present.product()).orElseThrow();
  }

  private Cause cause(Command command) {
    Reason reason = command.reason();
    String said =
        switch (command.adjustment()) {
          case Adjustment.SetTo _ -> "stock set";
          case Adjustment.Change _ -> "stock adjusted";
        };
    return new Cause(
        reason == null ? said : reason.value(), null, command.actor(), clock.instant());
  }
}
