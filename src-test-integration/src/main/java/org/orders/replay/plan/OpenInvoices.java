package org.orders.replay.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.replay.plan.Step.PlaceOrder;

/** The invoices of known customers so far that no credit note has cancelled yet. */
final class OpenInvoices {

  /** What must be the same for a credit note to be an invoice's reverse. */
  private record Contents(String customerId, Set<OrderLine> lines) {

    static Contents of(String customerId, List<OrderLine> lines) {
      return new Contents(customerId, new HashSet<>(OrderSplit.merged(lines)));
    }
  }

  private final Map<Contents, Deque<List<PlaceOrder>>> open = new HashMap<>();

  /** Remembers an invoice's orders. */
  void add(String customerId, List<OrderLine> lines, List<PlaceOrder> orders) {
    open.computeIfAbsent(Contents.of(customerId, lines), contents -> new ArrayDeque<>())
        .push(orders);
  }

  /**
   * Takes the orders of the customer's latest invoice with exactly these lines: the same products
   * at the same prices in the same quantities, all of them and no others.
   */
  Optional<List<PlaceOrder>> take(String customerId, List<OrderLine> lines) {
    return Optional.ofNullable(open.get(Contents.of(customerId, lines))).map(Deque::poll);
  }
}
