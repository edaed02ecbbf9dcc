package org.orders.application.fulfilment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.orders.application.order.OrderSteps;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderRepository;

/**
 * Records what became of a label, on shipment and order together, inside the caller's transaction
 * and under the lock of the order's row. A cancellation that committed before wins; what comes
 * again, or too late, changes nothing.
 */
final class Labelling {

  private static final Actor SYSTEM = new Actor.System();

  private final ShipmentRepository shipments;
  private final CarrierEvents events;
  private final OrderRepository orders;
  private final OrderSteps steps;
  private final Fulfilling fulfilling;
  private final InstantSource clock;

  Labelling(
      ShipmentRepository shipments,
      CarrierEvents events,
      OrderRepository orders,
      OrderSteps steps,
      Fulfilling fulfilling,
      InstantSource clock) {
    this.shipments = shipments;
    this.events = events;
    this.orders = orders;
    this.steps = steps;
    this.fulfilling = fulfilling;
    this.clock = clock;
  }

  /** Whether what a worker does about a shipment is still what somebody wants of it. */
  enum Wish {
    UNCHANGED,
    /** Another carrier is to make the label, or another of its services. */
    OTHERWISE,
    /** The order was given up or put on hold, or the label is there. */
    NONE
  }

  /**
   * The carrier is about to be asked for the label under this name, if that is still wanted of it.
   *
   * @param seen the shipment as the carrier heard of it
   */
  Wish beginAsking(Shipment seen, CarrierReference reference) {
    return withLock(
            seen.id(),
            (order, shipment) -> {
              Wish wish = wish(order, shipment, seen);
              return wish == Wish.UNCHANGED ? ask(shipment, reference) : wish;
            })
        .orElse(Wish.NONE);
  }

  private Wish ask(Shipment shipment, CarrierReference reference) {
    Instant now = clock.instant();
    ShipmentDecision asked = shipment.on(new Trigger.Ask(reference, now), now);
    shipments.save(asked);
    return asked.shipment().state() instanceof ShipmentState.Asked(var committed, _)
            && committed.equals(reference)
        ? Wish.UNCHANGED
        : Wish.NONE;
  }

  /** Whether a label is still to be had: the order was neither given up nor put on hold. */
  boolean isWanted(ShipmentId id) {
    return withLock(id, Labelling::isWanted).orElse(false);
  }

  /**
   * There is a label: its pieces are gone, and with the last of them the order is shipped. Where
   * the shipment was given up, the label is given back. While the order is on hold nothing happens:
   * whoever releases it has the label looked for again.
   */
  void labelled(ShipmentId id, CarrierReference reference, LabelOutcome.Bought label) {
    withLock(id, (order, shipment) -> label(order, shipment, reference, label));
  }

  /**
   * There is a label that was bought by somebody who had lost the job meanwhile. Whoever has it now
   * finds the label of a shipment that still asks for it. What is not the shipment's own is given
   * back.
   *
   * @param seen the shipment as the carrier heard of it
   */
  void labelledLate(Shipment seen, CarrierReference reference, LabelOutcome.Bought label) {
    withLock(
        seen.id(),
        (order, shipment) -> {
          if (!seen.carrier().equals(shipment.carrier())
              || !reference.equals(shipment.state().reference())) {
            fulfilling.askForVoiding(new StrayLabel(seen.id(), seen.carrier(), reference));
            return true;
          }
          return !(shipment.state() instanceof ShipmentState.Asked)
              && label(order, shipment, reference, label);
        });
  }

  private boolean label(
      Order order, Shipment shipment, CarrierReference reference, LabelOutcome.Bought label) {
    if (order.onHold()) {
      return false;
    }
    Instant now = clock.instant();
    ShipmentDecision decision =
        shipment.label(reference, label.tracking(), label.label(), label.estimatedDelivery(), now);
    if (!decision.changesAnything()) {
      return false;
    }
    OrderDecision shipped = ship(order, decision.shipment(), now);
    shipments.save(decision);
    steps.save(shipped, SYSTEM, now);
    fulfilling.needsNobody(shipment);
    if (decision.shipment().hasLeft()) {
      listenToWhatCameBefore(decision.shipment(), now);
    } else {
      fulfilling.askForVoiding(decision.shipment());
    }
    return true;
  }

  /**
   * The carrier makes no label; where it is still wanted of this carrier, somebody has to see to
   * it.
   *
   * @param seen the shipment as the carrier heard of it
   */
  Wish refused(Shipment seen, LabelRefusal reason) {
    return withLock(
            seen.id(),
            (order, shipment) -> {
              if (shipment.state().isOpen() && !shipment.goesLike(seen)) {
                return Wish.OTHERWISE;
              }
              Instant now = clock.instant();
              ShipmentDecision refused = shipment.on(new Trigger.Refuse(now, reason), now);
              shipments.save(refused);
              return refused.shipment().isRefused() ? Wish.UNCHANGED : Wish.NONE;
            })
        .orElse(Wish.NONE);
  }

  /** There is no label any more of what was given up. */
  void closed(ShipmentId id, boolean forGood) {
    withLock(
        id,
        (order, shipment) -> {
          Instant now = clock.instant();
          shipments.save(shipment.on(new Trigger.Close(now, forGood), now));
          return true;
        });
  }

  private OrderDecision ship(Order order, Shipment shipment, Instant now) {
    return shipment.hasLeft()
        ? order.ship(
            shipment.pieces(),
            fulfilling.of(order).shipped(),
            shipment.trackingNumber(),
            SYSTEM,
            null,
            now)
        : OrderDecision.none(order);
  }

  /** Carriers may tell of a parcel before they have told us its number. */
  private void listenToWhatCameBefore(Shipment labelled, Instant now) {
    var tracking = labelled.trackingNumber();
    if (tracking == null) {
      return;
    }
    events.hold(labelled.carrier(), tracking);
    for (CarrierEvent event : events.of(labelled.carrier(), tracking, labelled.createdAt())) {
      Shipment present = shipments.find(labelled.id()).orElseThrow();
      if (present.isMeantBy(event)) {
        shipments.save(present.report(event.status(), event.at(), now));
      }
    }
    Order order = orders.lock(labelled.orderId()).orElseThrow();
    steps.save(fulfilling.arrived(order, SYSTEM, null, now), SYSTEM, now);
  }

  private static Wish wish(Order order, Shipment shipment, Shipment seen) {
    if (!isWanted(order, shipment)) {
      return Wish.NONE;
    }
    return shipment.goesLike(seen) ? Wish.UNCHANGED : Wish.OTHERWISE;
  }

  private static boolean isWanted(Order order, Shipment shipment) {
    return shipment.state().isOpen() && !order.onHold();
  }

  private <T> Optional<T> withLock(ShipmentId id, BiFunction<Order, Shipment, T> decision) {
    Optional<Order> locked = shipments.find(id).flatMap(seen -> orders.lock(seen.orderId()));
    // Read again: what was read before the lock may be old.
    return locked.flatMap(
        order -> shipments.find(id).map(present -> decision.apply(order, present)));
  }
}
