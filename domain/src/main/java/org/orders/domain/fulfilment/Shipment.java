package org.orders.domain.fulfilment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.ShipmentState.Outcome;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;

/**
 * One parcel of an order. It is immutable: each decision answers the shipment as it is then,
 * together with what happened. All shipments of an order are decided under the lock of the order's
 * row.
 *
 * @param id its key at the carrier, too: the same shipment never gets two labels
 * @param carrier the carrier's name, which stays the same when configuration changes; {@link
 *     #BY_HAND} where no carrier is asked
 * @param service what of the carrier's services was wished for; nothing for the usual one
 * @param version counts the saved changes, as of the reading; a save that rests on an older one is
 *     refused
 */
public record Shipment(
    ShipmentId id,
    OrderId orderId,
    Pieces pieces,
    String carrier,
    @Nullable ServiceName service,
    ShipmentState state,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The carrier of what was handed over without a carrier's label. */
  public static final String BY_HAND = "manual";

  /** A parcel for which a carrier is to make a label. */
  public static ShipmentDecision request(
      ShipmentId id,
      OrderId order,
      Pieces pieces,
      String carrier,
      @Nullable ServiceName service,
      Instant at) {
    return ShipmentDecision.of(
        new Shipment(id, order, pieces, carrier, service, new ShipmentState.Created(), at, at, 0));
  }

  /** A parcel that somebody handed over without a carrier's label. */
  public static ShipmentDecision byHand(
      ShipmentId id,
      OrderId order,
      Pieces pieces,
      @Nullable TrackingNumber trackingNumber,
      Instant at) {
    Consignment consignment = new Consignment(null, trackingNumber, at, null);
    return ShipmentDecision.of(
        new Shipment(
            id,
            order,
            pieces,
            BY_HAND,
            null,
            new ShipmentState.InTransit(consignment, at),
            at,
            at,
            0),
        new ShipmentEvent.Shipped(at));
  }

  /**
   * The shipment moved on by the trigger; repeats change nothing.
   *
   * @throws IllegalStateException when that cannot have happened
   */
  public ShipmentDecision on(Trigger trigger, Instant at) {
    return switch (ShipmentState.decide(state, trigger)) {
      case Outcome.Stays() -> ShipmentDecision.none(this);
      case Outcome.Refused() ->
          throw new IllegalStateException("shipment " + id.value() + " in " + state.getClass());
      case Outcome.Moved(var to) -> {
        Shipment moved =
            new Shipment(id, orderId, pieces, carrier, service, to, createdAt, at, version);
        yield switch (to) {
          case ShipmentState.Labelled _ ->
              ShipmentDecision.of(moved, new ShipmentEvent.Shipped(at));
          case ShipmentState.Delivered _ ->
              ShipmentDecision.of(moved, new ShipmentEvent.Delivered(at));
          case ShipmentState.Created _,
              ShipmentState.Asked _,
              ShipmentState.Refused _,
              ShipmentState.InTransit _,
              ShipmentState.Failed _,
              ShipmentState.Returned _,
              ShipmentState.Abandoned _,
              ShipmentState.Voided _ ->
              ShipmentDecision.of(moved);
        };
      }
    };
  }

  /** The shipment with the label that the carrier made, or as what is to be given back. */
  public ShipmentDecision label(
      CarrierReference reference,
      TrackingNumber trackingNumber,
      LabelDocument document,
      @Nullable Instant estimatedDelivery,
      Instant at) {
    Consignment consignment = new Consignment(reference, trackingNumber, at, estimatedDelivery);
    ShipmentDecision decision = on(new Trigger.Label(reference, consignment), at);
    return decision.shipment().state instanceof ShipmentState.Labelled && decision.changesAnything()
        ? decision.with(document)
        : decision;
  }

  /** The shipment with another carrier, as if it had never been another's. */
  public ShipmentDecision by(String otherCarrier, @Nullable ServiceName otherService, Instant at) {
    if (!canChangeCarrier()) {
      throw new IllegalStateException("shipment " + id.value() + " in " + state.getClass());
    }
    return ShipmentDecision.of(
        new Shipment(
            id,
            orderId,
            pieces,
            otherCarrier,
            otherService,
            new ShipmentState.Created(),
            createdAt,
            at,
            version));
  }

  /** Whether another carrier may have it: while nobody may be making its label. */
  public boolean canChangeCarrier() {
    return state instanceof ShipmentState.Created || state instanceof ShipmentState.Refused;
  }

  /** Whether it has the same carrier and service. */
  public boolean goesLike(Shipment other) {
    return carrier.equals(other.carrier) && Objects.equals(service, other.service);
  }

  /**
   * Whether it goes as somebody wishes.
   *
   * @param wishedCarrier nothing for whichever
   * @param wishedService likewise
   */
  public boolean goesBy(@Nullable String wishedCarrier, @Nullable ServiceName wishedService) {
    return (wishedCarrier == null || wishedCarrier.equals(carrier))
        && (wishedService == null || wishedService.equals(service));
  }

  /** The shipment after the carrier's word of it, which only ever leads on. */
  public ShipmentDecision report(ParcelStatus status, Instant happenedAt, Instant at) {
    return switch (status) {
      case ANNOUNCED -> ShipmentDecision.none(this);
      case ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, READY_FOR_PICKUP ->
          on(new Trigger.Move(happenedAt), at);
      case DELIVERED -> on(new Trigger.Deliver(happenedAt), at);
      case FAILED -> on(new Trigger.Fail(happenedAt), at);
      case RETURNED -> on(new Trigger.Return(happenedAt), at);
    };
  }

  /**
   * Whether a carrier's word, which names its number, is about this parcel. Carriers give their
   * numbers again after a while, so it may name the label of an earlier one.
   */
  public boolean isMeantBy(CarrierEvent event) {
    return event.reference() == null
        || state.reference() == null
        || event.reference().equals(state.reference());
  }

  public ShipmentStatus status() {
    return state.status();
  }

  public boolean isByHand() {
    return carrier.equals(BY_HAND);
  }

  /** Whether its carrier makes no label for it. */
  public boolean isRefused() {
    return state instanceof ShipmentState.Refused;
  }

  /** Whether it was given up before it left. */
  public boolean isVoided() {
    return status() == ShipmentStatus.VOIDED;
  }

  /** Whether its pieces count as gone. */
  public boolean hasLeft() {
    return state.departed() != null;
  }

  public boolean isDelivered() {
    return state instanceof ShipmentState.Delivered;
  }

  public @Nullable TrackingNumber trackingNumber() {
    Consignment consignment = state.departed();
    return consignment == null ? null : consignment.trackingNumber();
  }
}
