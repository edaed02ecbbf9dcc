package org.orders.application.payment;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Payment;

/** Pays an order. */
public interface PayOrder {

  /**
   * The payment.
   *
   * @throws org.orders.application.access.Forbidden when the actor's role may not pay this way
   * @throws org.orders.domain.shared.NotFound when there is no such order, or not for this actor
   * @throws org.orders.domain.payment.PaymentMethodUnavailable when no gateway takes the method
   * @throws org.orders.domain.payment.AlreadyPaid when it is paid
   * @throws org.orders.domain.order.IllegalTransition when the order is cancelled
   */
  Outcome<Payment> pay(Command command, Once<Payment> once);

  record Command(Actor actor, OrderId order, Method method) {}

  /** How somebody wants to pay. */
  enum Method {
    INVOICE,
    CARD,
    TOKEN
  }
}
