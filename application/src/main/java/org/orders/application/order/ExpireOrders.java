package org.orders.application.order;

/** Gives up orders that nobody paid in time, so that others can have the goods. */
public interface ExpireOrders {

  /**
   * Expires due orders, each in a transaction of its own; several replicas may do so at once.
   *
   * @param max the most orders to expire now
   * @return how many were expired
   */
  int expireDue(int max);
}
