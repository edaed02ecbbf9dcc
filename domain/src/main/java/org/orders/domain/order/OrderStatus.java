package org.orders.domain.order;

/** The name of an order's state, as callers see it. */
public enum OrderStatus {
  PENDING,
  CONFIRMED,
  PROCESSING,
  SHIPPED,
  DELIVERED,
  CANCELLED
}
