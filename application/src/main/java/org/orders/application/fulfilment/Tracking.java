package org.orders.application.fulfilment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.Consignment;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentState;

/**
 * How far a shipment has come.
 *
 * @param estimatedDelivery when it should arrive, as the carrier said last
 * @param events what happened to it, in that order
 */
public record Tracking(Shipment shipment, @Nullable Instant estimatedDelivery, List<Event> events) {

  /** Something that happened to a parcel. */
  public record Event(Instant at, ParcelStatus status, @Nullable String location, String detail) {}

  public Tracking {
    events = List.copyOf(events);
  }

  /**
   * What is known of a shipment that has left.
   *
   * @param told what its carrier told, in the order in which it happened
   */
  static Tracking of(Shipment shipment, Consignment consignment, List<CarrierEvent> told) {
    List<Event> events = new ArrayList<>();
    events.add(
        shipment.isByHand()
            ? new Event(consignment.shippedAt(), ParcelStatus.ACCEPTED, null, "Handed over")
            : new Event(consignment.shippedAt(), ParcelStatus.ANNOUNCED, null, "Label made"));
    told.forEach(
        event ->
            events.add(new Event(event.at(), event.status(), event.location(), event.detail())));
    boolean toldOfArrival =
        told.stream().anyMatch(event -> event.status() == ParcelStatus.DELIVERED);
    if (shipment.state() instanceof ShipmentState.Delivered(_, var at) && !toldOfArrival) {
      events.add(new Event(at, ParcelStatus.DELIVERED, null, "Delivered"));
    }
    // Stable: what has one time stays in the order in which it was told.
    events.sort(Comparator.comparing(Event::at));
    Instant estimated =
        Stream.concat(
                Stream.ofNullable(consignment.estimatedDelivery()),
                told.stream().map(CarrierEvent::estimatedDelivery).filter(Objects::nonNull))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Tracking(shipment, estimated, events);
  }
}
