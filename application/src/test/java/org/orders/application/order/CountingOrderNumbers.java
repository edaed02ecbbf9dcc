package org.orders.application.order;

import java.util.concurrent.atomic.AtomicLong;
import org.orders.domain.order.OrderNumber;

/** Order numbers one after the other. */
public final class CountingOrderNumbers implements OrderNumbers {

  private final AtomicLong last = new AtomicLong(100_000);

  @Override
  public OrderNumber next() {
    return new OrderNumber(Long.toString(last.incrementAndGet()));
  }
}
