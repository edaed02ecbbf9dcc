package org.orders.adapter.rest.fulfilment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.fulfilment.ShipmentStatus;
import org.orders.domain.order.TrackingNumber;

/**
 * A shipment as callers see it.
 *
 * @param trackingNumber from the label on
 * @param failure why the carrier makes no label
 */
@RegisterForReflection
public record ShipmentJson(
    UUID id,
    UUID orderId,
    ShipmentStatus status,
    List<PiecesJson> lines,
    String carrier,
    @Nullable String service,
    @Nullable String trackingNumber,
    @Nullable String failure,
    Instant createdAt,
    Instant updatedAt) {

  static ShipmentJson of(Shipment shipment, Actor actor) {
    TrackingNumber number = shipment.trackingNumber();
    return new ShipmentJson(
        shipment.id().value(),
        shipment.orderId().value(),
        shipment.status(),
        PiecesJson.of(shipment.pieces()),
        shipment.carrier(),
        shipment.service() == null ? null : shipment.service().value(),
        number == null ? null : number.value(),
        shipment.state() instanceof ShipmentState.Refused(_, var reason, _)
            ? failure(reason, actor).code()
            : null,
        shipment.createdAt(),
        shipment.updatedAt());
  }

  /** How the shop stands with its carrier is nobody else's business. */
  private static LabelRefusal failure(LabelRefusal reason, Actor actor) {
    return reason == LabelRefusal.ACCOUNT_NOT_ALLOWED && !actor.isStaff()
        ? LabelRefusal.OTHER
        : reason;
  }
}
