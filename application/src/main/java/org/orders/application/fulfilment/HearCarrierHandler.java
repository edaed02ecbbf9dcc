package org.orders.application.fulfilment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.orders.application.access.Forbidden;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.shared.NotFound;

/** Keeps each word in a transaction of its own, so that no delivery holds several orders. */
final class HearCarrierHandler implements HearCarrier {

  private static final Actor SYSTEM = new Actor.System();

  private final ShippingCarriers carriers;
  private final ShipmentRepository shipments;
  private final CarrierEvents events;
  private final OrderRepository orders;
  private final OrderSteps steps;
  private final Fulfilling fulfilling;
  private final UnitOfWork work;
  private final InstantSource clock;

  HearCarrierHandler(
      ShippingCarriers carriers,
      ShipmentRepository shipments,
      CarrierEvents events,
      OrderRepository orders,
      OrderSteps steps,
      Fulfilling fulfilling,
      UnitOfWork work,
      InstantSource clock) {
    this.carriers = carriers;
    this.shipments = shipments;
    this.events = events;
    this.orders = orders;
    this.steps = steps;
    this.fulfilling = fulfilling;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void hear(String name, EventsDelivery delivery) {
    ShippingCarrier carrier = carriers.named(name).orElseThrow(() -> new NotFound("carrier"));
    switch (carrier.readEvents(delivery, clock.instant())) {
      case EventsReading.Rejected _ -> throw new Forbidden();
      case EventsReading.Accepted(var told) ->
          told.forEach(event -> work.run(() -> hear(name, event)));
    }
  }

  private void hear(String carrier, CarrierEvent event) {
    Instant now = clock.instant();
    Optional<Shipment> shipment = find(carrier, event);
    if (shipment.isEmpty()) {
      // Of a parcel whose number we are just about to hear, or of none of ours.
      events.add(carrier, event, now);
      return;
    }
    Order order = orders.lock(shipment.get().orderId()).orElseThrow();
    if (!events.add(carrier, event, now)) {
      return;
    }
    Shipment present = shipments.find(shipment.get().id()).orElseThrow();
    if (!present.isMeantBy(event)) {
      return;
    }
    ShipmentDecision decision = present.report(event.status(), event.at(), now);
    shipments.save(decision);
    if (decision.changesAnything()) {
      steps.save(fulfilling.arrived(order, SYSTEM, null, now), SYSTEM, now);
    }
  }

  private Optional<Shipment> find(String carrier, CarrierEvent event) {
    return shipments
        .findByTracking(carrier, event.tracking())
        .or(
            () -> {
              events.hold(carrier, event.tracking());
              return shipments.findByTracking(carrier, event.tracking());
            });
  }
}
