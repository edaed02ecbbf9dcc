package org.orders.application.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderState.Pending;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;

/** Finds overdue orders in memory, passing over those that others hold. */
public final class InMemoryOverdueOrders implements OverdueOrders {

  private final InMemoryTable<OrderId, Order> orders;
  private final InMemoryTable<PaymentId, Payment> payments;

  public InMemoryOverdueOrders(InMemoryDatabase database) {
    this.orders = database.table("orders");
    this.payments = database.table("payments");
  }

  @Override
  public Optional<OrderId> lockNext(Instant notPaidBy, Instant evenInProgress) {
    return orders.values().stream()
        .filter(order -> isOverdue(order, notPaidBy, evenInProgress))
        .sorted(Comparator.comparing(order -> ((Pending) order.state()).expiresAt()))
        .map(Order::id)
        .filter(orders::tryLock)
        .filter(
            id ->
                orders
                    .find(id)
                    .filter(order -> isOverdue(order, notPaidBy, evenInProgress))
                    .isPresent())
        .findFirst();
  }

  private boolean isOverdue(Order order, Instant notPaidBy, Instant evenInProgress) {
    return order.state() instanceof Pending(var expiresAt)
        && !(isInProgress(order) ? evenInProgress : notPaidBy).isBefore(expiresAt);
  }

  private boolean isInProgress(Order order) {
    return payments.values().stream()
        .anyMatch(payment -> payment.orderId().equals(order.id()) && payment.isInProgress());
  }
}
