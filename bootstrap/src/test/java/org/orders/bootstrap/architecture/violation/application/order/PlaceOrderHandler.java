package org.orders.bootstrap.architecture.violation.application.order;

import org.orders.bootstrap.architecture.violation.adapter.persistence.OrderTable;

/** A use case that is public and knows its database. */
public final class PlaceOrderHandler {

  private final OrderTable table;

  PlaceOrderHandler(OrderTable table) {
    this.table = table;
  }

  @Override
  public String toString() {
    return "into " + table;
  }
}
