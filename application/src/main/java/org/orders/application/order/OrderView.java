package org.orders.application.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.payment.Payment;
import org.orders.domain.shared.Reason;

/**
 * An order together with its payment, what was noted about it, and how far its fulfilment is, as
 * callers see it.
 *
 * @param payment nothing before anybody tried to pay
 * @param notes oldest first; for administrators' eyes
 */
public record OrderView(
    Order order, @Nullable Payment payment, List<Note> notes, OrderProgress progress) {

  /** Something somebody wrote down about the order. */
  public record Note(Instant at, Actor actor, Reason text) {}

  public OrderView {
    notes = List.copyOf(notes);
  }

  /** An order that was placed this moment. */
  static OrderView fresh(Order order) {
    return new OrderView(order, null, List.of(), OrderProgress.NONE);
  }
}
