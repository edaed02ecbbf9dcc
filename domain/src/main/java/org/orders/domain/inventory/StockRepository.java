package org.orders.domain.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.order.OrderId;

/**
 * Where stock and its ledger are kept. Rows are always taken in one global order, so that no two
 * baskets ever wait for each other in a circle.
 */
public interface StockRepository {

  /** Why stock changes, for the ledger. */
  record Cause(String reason, @Nullable OrderId order, Actor actor, Instant at) {}

  /** The stock of those products that are there, as it is now, in no order. */
  List<Stock> read(Collection<ProductId> products);

  /**
   * The stock held against other writers until the transaction ends.
   *
   * @throws org.orders.domain.shared.NotFound when there is no such product
   */
  Stock lock(ProductId product);

  /** The stock of those products that are there, held like that of {@link #lock}, in no order. */
  default List<Stock> lockAll(Collection<ProductId> products) {
    return products.stream()
        .distinct()
        .sorted(Comparator.comparing(ProductId::value))
        .map(this::lock)
        .toList();
  }

  /**
   * Applies all the changes and writes a movement for each that changes what can be ordered, or
   * does nothing.
   *
   * @throws InsufficientStock with every product that is short
   */
  void apply(Collection<StockChange> changes, Cause cause);
}
