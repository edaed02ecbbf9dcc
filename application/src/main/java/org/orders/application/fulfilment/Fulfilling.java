package org.orders.application.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.application.job.DeadJobs;
import org.orders.application.job.JobQueue;
import org.orders.application.job.JobType;
import org.orders.application.job.NewJob;
import org.orders.application.shared.IdGenerator;
import org.orders.domain.access.Actor;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.fulfilment.PartiallyShipped;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.fulfilment.ShipmentState.Trigger;
import org.orders.domain.order.IllegalTransition;
import org.orders.domain.order.OnHold;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Reason;

/**
 * The steps of an order that take its shipments along, inside the caller's transaction and under
 * the lock of the order's row.
 */
public final class Fulfilling {

  private final ShipmentRepository shipments;
  private final JobQueue jobs;
  private final DeadJobs deadJobs;
  private final IdGenerator ids;

  public Fulfilling(
      ShipmentRepository shipments, JobQueue jobs, DeadJobs deadJobs, IdGenerator ids) {
    this.shipments = shipments;
    this.jobs = jobs;
    this.deadJobs = deadJobs;
    this.ids = ids;
  }

  /** The order's shipments as they are now. */
  Fulfilment of(Order order) {
    return new Fulfilment(order.lines(), shipments.ofOrder(order.id()));
  }

  /**
   * Gives up what has not left of an order that is given up; a label that may have been made is
   * given back by a job.
   *
   * @throws PartiallyShipped when a part has left
   */
  public void giveUp(Order order, Instant at) {
    if (order.status() != OrderStatus.PROCESSING) {
      return;
    }
    Fulfilment fulfilment = of(order);
    if (fulfilment.isShippedInPart()) {
      throw new PartiallyShipped();
    }
    giveUpOpen(fulfilment, at);
  }

  /**
   * The order of which all that is left was handed over without a carrier's label. Labels that were
   * asked for and are not there yet are not waited for.
   *
   * @throws IllegalTransition when it is not being fulfilled
   * @throws OnHold when somebody halted its fulfilment
   */
  public OrderDecision handOver(
      Order order,
      @Nullable TrackingNumber tracking,
      Actor actor,
      @Nullable Reason reason,
      Instant at) {
    if (order.status() != OrderStatus.PROCESSING) {
      throw new IllegalTransition(order.status(), OrderStatus.SHIPPED);
    }
    Fulfilment fulfilment = of(order);
    Pieces leaving = fulfilment.unshipped();
    OrderDecision decision = order.ship(leaving, fulfilment.shipped(), tracking, actor, reason, at);
    giveUpOpen(fulfilment, at);
    shipments.add(Shipment.byHand(new ShipmentId(ids.next()), order.id(), leaving, tracking, at));
    return decision;
  }

  /**
   * The order all of which arrived, as somebody says who knows.
   *
   * @throws IllegalTransition when it is not under way
   */
  public OrderDecision deliver(Order order, Actor actor, @Nullable Reason reason, Instant at) {
    OrderDecision decision = order.on(new OrderState.Trigger.Deliver(at), actor, reason, at);
    Fulfilment fulfilment = of(order);
    if (fulfilment.underWay().isEmpty() && fulfilment.delivered().isEmpty()) {
      // All of it went back to us.
      throw new IllegalTransition(order.status(), OrderStatus.DELIVERED);
    }
    fulfilment
        .underWay()
        .forEach(shipment -> shipments.save(shipment.on(new Trigger.Deliver(at), at)));
    return decision;
  }

  /** The order after a shipment of it may have arrived: delivered, once nothing is missing. */
  OrderDecision arrived(Order order, Actor actor, @Nullable Reason reason, Instant at) {
    return order.status() == OrderStatus.SHIPPED && of(order).isDelivered()
        ? order.on(new OrderState.Trigger.Deliver(at), actor, reason, at)
        : noted(order, actor, reason, at);
  }

  /** The order with a reason that stands beside no step of it. */
  OrderDecision noted(Order order, Actor actor, @Nullable Reason reason, Instant at) {
    return reason == null || reason.value().isBlank()
        ? OrderDecision.none(order)
        : order.note(reason, actor, at);
  }

  /** Has the labels made for which nobody asked while the order was on hold. */
  public void resume(Order order) {
    if (order.status() == OrderStatus.PROCESSING) {
      of(order).open().forEach(this::askForLabel);
    }
  }

  /** Has a job see to the label of the shipment, in the place of one that was given up. */
  void askForLabel(Shipment shipment) {
    needsNobody(shipment);
    enqueue(BuyLabelJob.TYPE, shipment);
  }

  /** Nobody has to see to the shipment's label any more: it is there, or not wanted. */
  void needsNobody(Shipment shipment) {
    deadJobs.forget(BuyLabelJob.TYPE, shipment.id().value().toString());
  }

  /** Has a job give back what label there may be. */
  void askForVoiding(Shipment shipment) {
    enqueue(VoidLabelJob.TYPE, shipment);
  }

  /** Has a job give back a label that is not the one of its shipment. */
  void askForVoiding(StrayLabel stray) {
    jobs.enqueue(stray.job());
  }

  private void giveUpOpen(Fulfilment fulfilment, Instant at) {
    for (Shipment shipment : fulfilment.open()) {
      ShipmentDecision decision = shipment.on(new Trigger.GiveUp(at), at);
      shipments.save(decision);
      needsNobody(shipment);
      if (decision.shipment().state() instanceof ShipmentState.Abandoned) {
        askForVoiding(decision.shipment());
      }
    }
  }

  private void enqueue(JobType type, Shipment shipment) {
    jobs.enqueue(NewJob.of(type, shipment.id().value().toString()));
  }
}
