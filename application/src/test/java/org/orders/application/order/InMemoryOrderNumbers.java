package org.orders.application.order;

import org.orders.application.shared.InMemoryDatabase;
import org.orders.domain.order.OrderNumber;

/** Order numbers one after the other. */
public final class InMemoryOrderNumbers implements OrderNumbers {

  private static final long FIRST = 100_000;

  private final InMemoryDatabase database;

  public InMemoryOrderNumbers(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public OrderNumber next() {
    return new OrderNumber(Long.toString(FIRST + database.next("orderNumbers")));
  }
}
