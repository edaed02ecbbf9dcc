package org.orders.application.fulfilment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.application.order.OrderAccess;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.fulfilment.FulfilmentExceedsOrder;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.fulfilment.UnknownCarrier;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.OnHold;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;

/** Decides on a shipment under the order's lock; no carrier is called here. */
final class FulfilOrderHandler implements FulfilOrder {

  private final OrderAccess orders;
  private final ShipmentRepository shipments;
  private final ShippingCarriers carriers;
  private final Fulfilling fulfilling;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  FulfilOrderHandler(
      OrderAccess orders,
      ShipmentRepository shipments,
      ShippingCarriers carriers,
      Fulfilling fulfilling,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.orders = orders;
    this.shipments = shipments;
    this.carriers = carriers;
    this.fulfilling = fulfilling;
    this.steps = steps;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome<Shipment> fulfil(Command command, Once<Shipment> once) {
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = orders.lock(command.order(), command.actor(), now);
          boolean keyed = once.claim() != null;
          return idempotency.perform(once, () -> fulfil(order, command, keyed, now));
        });
  }

  private Shipment fulfil(Order order, Command command, boolean keyed, Instant now) {
    orders.check(command.precondition(), order);
    requireCarrier(command.carrier());
    if (command.pieces() != null) {
      order.lines().requireKnown(command.pieces());
    }
    OrderDecision begun = begin(order, command, now);
    Fulfilment fulfilment = fulfilling.of(order);
    Shipment shipment =
        command.pieces() == null
            ? all(order, fulfilment, command, now)
            : parcel(order, fulfilment, command.pieces(), command, keyed, now);
    OrderDecision told =
        begun.changesAnything() || !isNews(shipment, fulfilment)
            ? begun
            : fulfilling.noted(order, command.actor(), command.reason(), now);
    steps.save(
        told.then(present -> present.takeCharge(command.actor(), now)), command.actor(), now);
    return shipment;
  }

  /** Whether the wish changed anything: another parcel, another carrier, another try. */
  private static boolean isNews(Shipment shipment, Fulfilment before) {
    return before
        .find(shipment.id())
        .filter(it -> !it.isRefused() && it.goesLike(shipment))
        .isEmpty();
  }

  private static OrderDecision begin(Order order, Command command, Instant now) {
    return switch (order.status()) {
      case PENDING, CANCELLED ->
          throw new IllegalTransition(order.status(), OrderStatus.PROCESSING);
      case CONFIRMED ->
          order.on(
              new OrderState.Trigger.BeginFulfilment(now), command.actor(), command.reason(), now);
      case PROCESSING -> {
        if (order.onHold()) {
          throw new OnHold();
        }
        yield OrderDecision.none(order);
      }
      case SHIPPED, DELIVERED -> OrderDecision.none(order);
    };
  }

  /** All that is left; and what waits for a label already is asked for once more. */
  private Shipment all(Order order, Fulfilment fulfilment, Command command, Instant now) {
    if (!fulfilment.left().isEmpty()) {
      fulfilment.open().forEach(fulfilling::askForLabel);
      return request(order, fulfilment, command, now);
    }
    List<Shipment> asked =
        fulfilment.openMostPressingFirst().stream()
            .map(open -> askAgain(open, command, now))
            .filter(open -> open.goesBy(command.carrier(), command.service()))
            .toList();
    if (!asked.isEmpty()) {
      return asked.getFirst();
    }
    return fulfilment
        .repeated(null, command.carrier(), command.service())
        .orElseGet(() -> request(order, fulfilment, command, now));
  }

  private Shipment parcel(
      Order order,
      Fulfilment fulfilment,
      Pieces pieces,
      Command command,
      boolean keyed,
      Instant now) {
    // Whoever sends a key of its own with each wish means another parcel by each, except where
    // the same parcel is still to be had.
    Optional<Shipment> meant =
        keyed ? fulfilment.refused(pieces) : meant(fulfilment, pieces, command);
    return meant.isPresent()
        ? askAgain(meant.get(), command, now)
        : request(order, fulfilment, command, now);
  }

  /** The shipment that a wish without a key of its own asks for once more. */
  private static Optional<Shipment> meant(Fulfilment fulfilment, Pieces pieces, Command command) {
    Optional<Shipment> refused =
        fulfilment
            .refused(pieces)
            .filter(shipment -> shipment.goesBy(command.carrier(), command.service()));
    if (refused.isPresent()) {
      return refused;
    }
    Optional<Shipment> same = fulfilment.repeated(pieces, command.carrier(), command.service());
    return same.isPresent() ? same : fulfilment.changeable(pieces);
  }

  /**
   * The shipment, whose carrier is asked once more as long as there is no label; another one, where
   * one is wished for that may have it.
   */
  private Shipment askAgain(Shipment shipment, Command command, Instant now) {
    if (!shipment.state().isOpen()) {
      return shipment;
    }
    Shipment present =
        shipment.canChangeCarrier() && !shipment.goesBy(command.carrier(), command.service())
            ? moved(shipment, command, now)
            : shipment;
    fulfilling.askForLabel(present);
    return present;
  }

  private Shipment moved(Shipment shipment, Command command, Instant now) {
    String carrier = command.carrier() == null ? shipment.carrier() : command.carrier();
    shipments.save(shipment.by(carrier, command.service(), now));
    return shipments.find(shipment.id()).orElseThrow();
  }

  private Shipment request(Order order, Fulfilment fulfilment, Command command, Instant now) {
    Pieces left = fulfilment.left();
    if (left.isEmpty() && order.status() != OrderStatus.PROCESSING) {
      throw new IllegalTransition(order.status(), OrderStatus.PROCESSING);
    }
    Pieces wanted = command.pieces() == null ? left : command.pieces();
    if (wanted.isEmpty() || !wanted.fitsInto(left)) {
      throw new FulfilmentExceedsOrder(left);
    }
    ShipmentDecision requested =
        Shipment.request(
            new ShipmentId(ids.next()),
            order.id(),
            wanted,
            carrier(command),
            command.service(),
            now);
    shipments.add(requested);
    fulfilling.askForLabel(requested.shipment());
    return requested.shipment();
  }

  private String carrier(Command command) {
    return command.carrier() == null ? carriers.usual().name() : command.carrier();
  }

  private void requireCarrier(@Nullable String name) {
    if (name != null && carriers.named(name).isEmpty()) {
      throw new UnknownCarrier();
    }
  }
}
