package org.orders.application.fulfilment;

import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.order.OrderAccess;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.fulfilment.IllegalShipmentTransition;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.fulfilment.ShipmentStatus;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.NotFound;

/** Marks shipments as arrived under the order's lock. */
final class MarkDeliveredHandler implements MarkDelivered {

  private final OrderAccess orders;
  private final ShipmentRepository shipments;
  private final Fulfilling fulfilling;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  MarkDeliveredHandler(
      OrderAccess orders,
      ShipmentRepository shipments,
      Fulfilling fulfilling,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.orders = orders;
    this.shipments = shipments;
    this.fulfilling = fulfilling;
    this.steps = steps;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<Shipment> deliver(Command command, Once<Shipment> once) {
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = orders.lock(command.order(), command.actor(), now);
          return idempotency.perform(once, () -> deliver(order, command, now));
        });
  }

  private Shipment deliver(Order order, Command command, Instant now) {
    orders.check(command.precondition(), order);
    ShipmentId one = command.shipment();
    OrderDecision decision = one == null ? all(order, command, now) : one(order, one, command, now);
    steps.save(
        decision.then(present -> present.takeCharge(command.actor(), now)), command.actor(), now);
    Fulfilment after = fulfilling.of(order);
    return (one == null ? after.latestShipped() : after.find(one)).orElseThrow();
  }

  private OrderDecision all(Order order, Command command, Instant now) {
    return order.status() == OrderStatus.DELIVERED
        ? OrderDecision.none(order)
        : fulfilling.deliver(order, command.actor(), command.reason(), now);
  }

  private OrderDecision one(Order order, ShipmentId id, Command command, Instant now) {
    Fulfilment fulfilment = fulfilling.of(order);
    Shipment shipment = fulfilment.find(id).orElseThrow(() -> new NotFound("shipment"));
    if (shipment.isDelivered()) {
      return OrderDecision.none(order);
    }
    if (!fulfilment.underWay().contains(shipment)) {
      throw new IllegalShipmentTransition(shipment.status(), ShipmentStatus.DELIVERED);
    }
    shipments.save(shipment.on(new Trigger.Deliver(now), now));
    return fulfilling.arrived(order, command.actor(), command.reason(), now);
  }
}
