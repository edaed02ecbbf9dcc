package org.orders.application.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderState.Pending;

/** Finds overdue orders in memory, passing over those that others hold. */
public final class InMemoryOverdueOrders implements OverdueOrders {

  private final InMemoryTable<OrderId, Order> orders;

  public InMemoryOverdueOrders(InMemoryDatabase database) {
    this.orders = database.table("orders");
  }

  @Override
  public Optional<OrderId> lockNext(Instant now) {
    return orders.values().stream()
        .filter(order -> isOverdue(order, now))
        .sorted(Comparator.comparing(order -> ((Pending) order.state()).expiresAt()))
        .map(Order::id)
        .filter(orders::tryLock)
        .filter(id -> orders.find(id).filter(order -> isOverdue(order, now)).isPresent())
        .findFirst();
  }

  private static boolean isOverdue(Order order, Instant now) {
    return order.state() instanceof Pending(var expiresAt) && !now.isBefore(expiresAt);
  }
}
