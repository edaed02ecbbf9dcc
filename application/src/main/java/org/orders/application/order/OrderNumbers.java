package org.orders.application.order;

import org.orders.domain.order.OrderNumber;

/** Where order numbers come from: each is given once; gaps are allowed. */
public interface OrderNumbers {

  OrderNumber next();
}
