package org.orders.application.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.IdGenerator;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderDecision;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.AlreadyPaid;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.PaymentState;
import org.orders.domain.shared.Reason;

/**
 * The steps of an order that take its payment along. Whoever moves an order, by whichever road,
 * goes through here, so that order and payment never part.
 */
public final class OrderSteps {

  private final OrderRepository orders;
  private final PaymentRepository payments;
  private final IdGenerator ids;

  public OrderSteps(OrderRepository orders, PaymentRepository payments, IdGenerator ids) {
    this.orders = orders;
    this.payments = payments;
    this.ids = ids;
  }

  /**
   * Gives the order up and releases its payment.
   *
   * @throws org.orders.domain.order.IllegalTransition when it was shipped
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
   * Confirms the order on account, with a payment that is captured when somebody books the money.
   *
   * @throws AlreadyPaid when it is paid
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
            again -> payments.save(again.on(new PaymentState.Trigger.Authorize(at), at)),
            () -> payments.add(newInvoicePayment(order, at)));
    return confirmed;
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
      payments.findByOrder(order.id()).ifPresent(payment -> release(payment, at));
    }
    return decision;
  }

  private void release(Payment payment, Instant at) {
    Payment released = payment.on(new PaymentState.Trigger.Release(at), at);
    if (!released.equals(payment)) {
      payments.save(released);
    }
  }

  private Payment newInvoicePayment(Order order, Instant at) {
    return Payment.byInvoice(new PaymentId(ids.next()), order.id(), order.total(), at);
  }
}
