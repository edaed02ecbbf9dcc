package org.orders.application.inventory;

import org.jspecify.annotations.Nullable;
import org.orders.application.catalog.ProductView;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.shared.Reason;

/** Sets or changes how many pieces can be ordered. */
public interface AdjustInventory {

  /**
   * The product with its new stock.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   * @throws org.orders.domain.inventory.InsufficientStock when stock would fall below zero
   */
  Outcome<ProductView> adjust(Command command, Once<ProductView> once);

  record Command(
      Actor actor,
      ProductId product,
      Adjustment adjustment,
      @Nullable Reason reason,
      Precondition<ProductView> precondition) {}

  /** What to do with the pieces. */
  sealed interface Adjustment {

    /** Exactly so many can be ordered. */
    record SetTo(long pieces) implements Adjustment {}

    /** So many more, or where negative fewer, can be ordered. */
    record Change(long signedPieces) implements Adjustment {}
  }
}
