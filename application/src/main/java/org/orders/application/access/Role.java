package org.orders.application.access;

/** What sort of caller somebody is. */
public enum Role {
  /** Did not say who they are. */
  ANONYMOUS,
  /** Bears the token of one order. */
  GUEST,
  /** Has an account. */
  CUSTOMER,
  /** Runs the shop. */
  ADMIN,
  /** Is an internal application. */
  SERVICE
}
