package org.orders.domain.returns;

/** The name of a return's state, as callers see it. */
public enum ReturnStatus {
  REQUESTED,
  APPROVED,
  RECEIVED,
  REJECTED
}
