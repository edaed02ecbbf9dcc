package org.orders.application.fulfilment;

import java.util.List;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.order.Order;

/** Writes what carriers are told of a shipment, always the same of the same. */
final class LabelRequests {

  private LabelRequests() {}

  static LabelRequest of(Order order, Shipment shipment) {
    List<LabelRequest.Line> lines =
        order.lines().items().stream()
            .filter(item -> shipment.pieces().of(item.id()) > 0)
            .map(
                item ->
                    new LabelRequest.Line(
                        item.sku(), item.name(), shipment.pieces().of(item.id()), item.unitPrice()))
            .toList();
    return new LabelRequest(
        shipment.id(),
        order.number(),
        order.contact(),
        order.shippingAddress(),
        lines,
        shipment.service());
  }
}
