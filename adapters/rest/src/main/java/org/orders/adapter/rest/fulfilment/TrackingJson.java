package org.orders.adapter.rest.fulfilment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.application.fulfilment.Tracking;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentStatus;
import org.orders.domain.order.TrackingNumber;

/** How far a shipment has come. */
@RegisterForReflection
public record TrackingJson(
    UUID orderId,
    UUID shipmentId,
    String carrier,
    @Nullable String trackingNumber,
    ShipmentStatus status,
    @Nullable Instant estimatedDelivery,
    List<EventJson> events) {

  /** Something that happened to a parcel. */
  @RegisterForReflection
  public record EventJson(
      Instant at, ParcelStatus status, @Nullable String location, String detail) {
    static EventJson of(Tracking.Event event) {
      return new EventJson(event.at(), event.status(), event.location(), event.detail());
    }
  }

  static TrackingJson of(Tracking tracking) {
    Shipment shipment = tracking.shipment();
    TrackingNumber number = shipment.trackingNumber();
    return new TrackingJson(
        shipment.orderId().value(),
        shipment.id().value(),
        shipment.carrier(),
        number == null ? null : number.value(),
        shipment.status(),
        tracking.estimatedDelivery(),
        tracking.events().stream().map(EventJson::of).toList());
  }
}
