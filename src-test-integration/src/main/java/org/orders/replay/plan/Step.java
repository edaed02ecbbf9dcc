package org.orders.replay.plan;

import java.math.BigDecimal;
import java.util.List;

/** One thing to do on the service; a plan's steps go in order. */
public sealed interface Step {

  /** The line of the file it comes from, or the first of several. */
  int line();

  /**
   * Place an order and pay it.
   *
   * @param invoice the file's invoice
   * @param reference the invoice, or {@code <invoice>/2} and so on for its further orders
   */
  record PlaceOrder(int line, String invoice, String reference, Buyer buyer, List<OrderLine> lines)
      implements Step {

    /** Keeps its own lines. */
    public PlaceOrder {
      lines = List.copyOf(lines);
    }

    /** What the order comes to. */
    public BigDecimal total() {
      return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * Change the stock of a product.
   *
   * @param change signed pieces
   * @param reason may be empty
   */
  record AdjustStock(int line, String code, long change, String reason) implements Step {}

  /**
   * Cancel what an earlier invoice ordered.
   *
   * @param creditNote the invoice that says so
   * @param orders every order of the earlier invoice
   */
  record CancelOrders(int line, String creditNote, List<PlaceOrder> orders) implements Step {

    /** Keeps its own orders. */
    public CancelOrders {
      orders = List.copyOf(orders);
    }
  }
}
