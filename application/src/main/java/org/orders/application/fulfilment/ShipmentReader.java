package org.orders.application.fulfilment;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderAccess;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.Consignment;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.fulfilment.NotShipped;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.NotFound;

/** Reads shipments of orders that the actor may see. */
final class ShipmentReader implements ReadShipments {

  private final OrderAccess orders;
  private final ShipmentRepository shipments;
  private final CarrierEvents events;
  private final UnitOfWork work;
  private final InstantSource clock;

  ShipmentReader(
      OrderAccess orders,
      ShipmentRepository shipments,
      CarrierEvents events,
      UnitOfWork work,
      InstantSource clock) {
    this.orders = orders;
    this.shipments = shipments;
    this.events = events;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public List<Shipment> list(Actor actor, OrderId order) {
    return work.run(() -> of(actor, order).shipments());
  }

  @Override
  public Shipment read(Actor actor, OrderId order, ShipmentId shipment) {
    return work.run(() -> one(of(actor, order), shipment));
  }

  @Override
  public Tracking track(Actor actor, OrderId order, @Nullable ShipmentId id) {
    return work.run(
        () -> {
          Fulfilment fulfilment = of(actor, order);
          Shipment shipment =
              id == null
                  ? fulfilment.latestShipped().orElseThrow(NotShipped::new)
                  : one(fulfilment, id);
          Consignment consignment = shipment.state().departed();
          if (consignment == null) {
            throw new NotShipped();
          }
          return Tracking.of(shipment, consignment, told(shipment));
        });
  }

  @Override
  public LabelDocument label(Actor actor, OrderId order, @Nullable ShipmentId id) {
    return work.run(
        () -> {
          Fulfilment fulfilment = of(actor, order);
          List<Shipment> candidates =
              id == null ? fulfilment.shipments().reversed() : List.of(one(fulfilment, id));
          return candidates.stream()
              .filter(shipment -> shipment.hasLeft() && !shipment.isByHand())
              .map(shipment -> shipments.label(shipment.id()))
              .flatMap(Optional::stream)
              .findFirst()
              .orElseThrow(NotShipped::new);
        });
  }

  private List<CarrierEvent> told(Shipment shipment) {
    return shipment.isByHand() || shipment.trackingNumber() == null
        ? List.of()
        : events.of(shipment.carrier(), shipment.trackingNumber(), shipment.createdAt()).stream()
            .filter(shipment::isMeantBy)
            .toList();
  }

  private Fulfilment of(Actor actor, OrderId id) {
    Order order = orders.find(id, actor, clock.instant());
    return new Fulfilment(order.lines(), shipments.ofOrder(id));
  }

  private static Shipment one(Fulfilment fulfilment, ShipmentId id) {
    return fulfilment.find(id).orElseThrow(() -> new NotFound("shipment"));
  }
}
