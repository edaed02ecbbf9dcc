package org.orders.application.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.application.fulfilment.Fulfilling;
import org.orders.application.job.JobQueue;
import org.orders.application.payment.Refunding;
import org.orders.application.payment.SettlePaymentJob;
import org.orders.application.shared.IdGenerator;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.payment.AlreadyPaid;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.shared.Reason;

/**
 * The steps of an order that take its payment and its shipments along. Whoever moves an order, by
 * whichever road, goes through here, so that they never part.
 */
public final class OrderSteps {

  private final OrderRepository orders;
  private final PaymentRepository payments;
  private final Refunding refunding;
  private final JobQueue jobs;
  private final Fulfilling fulfilling;
  private final IdGenerator ids;

  public OrderSteps(
      OrderRepository orders,
      PaymentRepository payments,
      Refunding refunding,
      JobQueue jobs,
      Fulfilling fulfilling,
      IdGenerator ids) {
    this.orders = orders;
    this.payments = payments;
    this.refunding = refunding;
    this.jobs = jobs;
    this.fulfilling = fulfilling;
    this.ids = ids;
  }

  /**
   * Gives the order up, releases its payment and calls back what has no label yet.
   *
   * @throws org.orders.domain.order.IllegalTransition when it was shipped
   * @throws org.orders.domain.fulfilment.PartiallyShipped when a part of it was
   */
  OrderDecision cancel(Order order, Actor actor, @Nullable Reason reason, Instant at) {
    return giveUp(order, new OrderState.Trigger.Cancel(at), actor, reason, at);
  }

  /** Gives the order up when its time to be paid is over. */
  OrderDecision expire(Order order, Instant at) {
    return giveUp(
        order,
        new OrderState.Trigger.Expire(at),
        new Actor.System(),
        new Reason("not paid in time"),
        at);
  }

  /**
   * Hands over by hand what is left of the order.
   *
   * @throws org.orders.domain.order.IllegalTransition when it is not being fulfilled
   * @throws org.orders.domain.order.OnHold when somebody halted its fulfilment
   */
  OrderDecision handOver(
      Order order,
      @Nullable TrackingNumber tracking,
      Actor actor,
      @Nullable Reason reason,
      Instant at) {
    return fulfilling.handOver(order, tracking, actor, reason, at);
  }

  /**
   * Writes down that all of the order arrived.
   *
   * @throws org.orders.domain.order.IllegalTransition when it is not under way
   */
  OrderDecision deliver(Order order, Actor actor, @Nullable Reason reason, Instant at) {
    return fulfilling.deliver(order, actor, reason, at);
  }

  /** Lets the order's fulfilment go on where somebody halted it. */
  OrderDecision release(Order order, Actor actor, @Nullable Reason reason, Instant at) {
    OrderDecision decision = order.release(actor, reason, at);
    if (decision.changesAnything()) {
      fulfilling.resume(order);
    }
    return decision;
  }

  /**
   * Confirms the order on account, with a payment that is captured when somebody books the money.
   *
   * @throws AlreadyPaid when it is paid
   * @throws org.orders.domain.payment.PaymentInProgress while an attempt is open
   * @throws org.orders.domain.order.IllegalTransition when it is cancelled
   */
  public OrderDecision payByInvoice(Order order, Actor actor, @Nullable Reason reason, Instant at) {
    if (order.status() != OrderStatus.PENDING && order.status() != OrderStatus.CANCELLED) {
      throw new AlreadyPaid();
    }
    OrderDecision confirmed = order.on(new OrderState.Trigger.Confirm(at), actor, reason, at);
    payments
        .findByOrder(order.id())
        .ifPresentOrElse(
            before -> payments.save(before.againByInvoice(order.total(), at)),
            () ->
                payments.add(
                    Payment.byInvoice(new PaymentId(ids.next()), order.id(), order.total(), at)));
    return confirmed;
  }

  /**
   * Has everything go back that a gateway took for the order and that is not on its way yet. What
   * came by invoice is paid back by hand, and recorded by an administrator.
   */
  public void refundAll(OrderId order, @Nullable Reason reason, Instant at) {
    payments
        .findByOrder(order)
        .filter(payment -> !(payment.method() instanceof PaymentMethod.Invoice))
        .filter(payment -> !payment.refundable().isZero())
        .ifPresent(payment -> refunding.request(payment, payment.refundable(), reason, at));
  }

  /** Saves the decision; an administrator who acts on an order nobody has takes charge of it. */
  public void save(OrderDecision decision, Actor actor, Instant at) {
    if (decision.changesAnything()) {
      orders.save(decision.then(order -> order.takeCharge(actor, at)));
    }
  }

  private OrderDecision giveUp(
      Order order, OrderState.Trigger trigger, Actor actor, @Nullable Reason reason, Instant at) {
    OrderDecision decision = order.on(trigger, actor, reason, at);
    if (decision.changesAnything()) {
      fulfilling.giveUp(order, at);
      payments.findByOrder(order.id()).ifPresent(payment -> release(payment, at));
      refundAll(order.id(), reason, at);
    }
    return decision;
  }

  private void release(Payment payment, Instant at) {
    payments.save(payment.release(at));
    Attempt attempt = payment.attempt();
    if (attempt != null && attempt.isOpen()) {
      // Somebody may wait to hear of it; and what may have been sent is to be known at last.
      jobs.enqueue(SettlePaymentJob.of(attempt.id()));
    }
  }
}
