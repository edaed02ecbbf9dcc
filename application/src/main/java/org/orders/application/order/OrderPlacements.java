package org.orders.application.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.order.OrderDecision;

/**
 * The way a new order takes into the database. It is the service's hot path: one look at what the
 * decision rests on, which may come from a cache, and one statement that checks that nothing of it
 * moved, claims the key, takes the stock and writes everything, in a transaction of its own.
 */
public interface OrderPlacements {

  /** How old the knowledge may be that a decision rests on. */
  enum Freshness {
    /** As remembered, where it is. */
    CACHED,
    /** As it is now. */
    FRESH
  }

  /**
   * What the decision rests on.
   *
   * @param customer nothing where there is none, or the buyer is new
   * @param products those of the wanted products that there are
   */
  record Basis(@Nullable Customer customer, Map<ProductId, Product> products) {

    public Basis {
      products = Map.copyOf(products);
    }
  }

  /** Looks up what a decision rests on, outside any transaction. */
  Basis read(@Nullable CustomerId customer, Collection<ProductId> products, Freshness freshness);

  /**
   * A decided order that is to be written.
   *
   * @param newGuest a customer record to be added with the order
   * @param claim the caller's key, with the answer to be kept under it
   */
  record Placement(
      OrderDecision decision,
      Basis basis,
      @Nullable Customer newGuest,
      @Nullable IdempotencyClaim claim,
      String answer) {}

  /** What came of writing it. Everything but {@link Placed} wrote nothing. */
  sealed interface Result {

    /** It is written: order, lines, history, outbox, stock, ledger, answer. */
    record Placed() implements Result {}

    /** A customer or product of the basis has changed; it is to be decided anew. */
    record BasisMoved() implements Result {}

    /** These products are short. */
    record Short(List<Shortage> shortages) implements Result {}

    /** The same request was answered before. */
    record Answered(String answer) implements Result {}
  }

  /**
   * Writes the order or nothing.
   *
   * @throws org.orders.application.shared.IdempotencyKeyReused when another request was answered
   *     under the key
   * @throws org.orders.application.shared.IdempotencyKeyInFlight when a request under the key runs
   */
  Result place(Placement placement);
}
