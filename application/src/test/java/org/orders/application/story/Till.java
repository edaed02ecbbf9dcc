package org.orders.application.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.PaymentStatus;

/**
 * A real shop in which stories happen, by whatever road it is reached. Products and orders are
 * numbered from 0 in the order in which they came to be. Whoever asks for something hears whether
 * it was done.
 */
public interface Till {

  /**
   * The pieces of a product, and what its ledger says about them.
   *
   * @param alert whether an alert of low stock is open
   */
  record Pieces(long inventory, long reserved, long ledger, boolean alert) {}

  /**
   * What is known of an order.
   *
   * @param quantities by product
   * @param history the states it went through
   * @param payments how many payments it has
   */
  record Known(
      OrderStatus status,
      long totalCents,
      boolean onHold,
      Map<Integer, Integer> quantities,
      List<OrderStatus> history,
      Optional<PaymentStatus> payment,
      int payments) {}

  void create(int cents, int pieces);

  boolean reprice(int product, int cents);

  boolean discontinue(int product);

  boolean watch(int product, int threshold);

  boolean adjust(int product, int change);

  boolean setTo(int product, int pieces);

  boolean restock(int product, int pieces, int threshold);

  boolean place(List<Step.Line> lines);

  boolean change(int order, List<Step.Line> lines);

  boolean cancel(int order);

  boolean pay(int order);

  boolean capture(int order);

  boolean walk(int order, OrderStatus to);

  boolean hold(int order, boolean held);

  void pass(int minutes);

  /** In how many places the books of stock disagree. */
  int drifts();

  Pieces pieces(int product);

  Known order(int order);
}
