package org.orders.application.order;

import java.util.List;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.returns.Return;

/**
 * How far the fulfilment of an order is, as far as it decides on what can be done next.
 *
 * @param nothingLeft whether shipments carry, or are to carry, all of it
 * @param refused whether a shipment waits for which its carrier makes no label
 * @param shippedInPart whether a part has left the house
 * @param underWay whether something has left and may still arrive
 * @param returnable whether something arrived that is not on its way back, nor back
 */
public record OrderProgress(
    boolean nothingLeft,
    boolean refused,
    boolean shippedInPart,
    boolean underWay,
    boolean returnable) {

  /** Of an order of which nobody has begun to ship anything. */
  public static final OrderProgress NONE = new OrderProgress(false, false, false, false, false);

  public static OrderProgress of(Fulfilment fulfilment, List<Return> returns) {
    return new OrderProgress(
        fulfilment.left().isEmpty(),
        fulfilment.open().stream().anyMatch(Shipment::isRefused),
        fulfilment.isShippedInPart(),
        !fulfilment.underWay().isEmpty(),
        !Return.returnable(fulfilment.delivered(), returns).isEmpty());
  }

  /** Whether an order may have shipments or returns at all, so that they are worth looking for. */
  public static boolean isPossible(OrderStatus status) {
    return switch (status) {
      case PROCESSING, SHIPPED, DELIVERED -> true;
      case PENDING, CONFIRMED, CANCELLED -> false;
    };
  }
}
