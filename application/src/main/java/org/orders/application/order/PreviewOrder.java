package org.orders.application.order;

import java.util.List;
import org.orders.domain.inventory.Shortage;
import org.orders.domain.order.OrderLines;

/** Says what an order would hold and cost, and what is short; writes nothing. */
public interface PreviewOrder {

  /** Refuses what {@link PlaceOrder} would refuse, except that it lists what is short. */
  Preview preview(PlaceOrder.Command command);

  record Preview(OrderLines lines, List<Shortage> shortages) {}
}
