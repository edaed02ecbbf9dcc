package org.orders.application.payment;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentToken;

/** Pays an order: on account at once, through a gateway by a job that is asked for here. */
public interface PayOrder {

  /**
   * The payment, which is pending where a gateway is to be asked.
   *
   * @throws org.orders.application.access.Forbidden when the actor's role may not pay this way
   * @throws org.orders.domain.shared.NotFound when there is no such order, or not for this actor
   * @throws org.orders.domain.payment.PaymentMethodUnavailable when no gateway takes the method
   * @throws org.orders.domain.payment.GatewayUnavailable when the card cannot be put into the vault
   * @throws org.orders.domain.payment.PaymentInProgress while another attempt is open
   * @throws org.orders.domain.payment.AlreadyPaid when it is paid
   * @throws org.orders.domain.order.IllegalTransition when the order is cancelled
   */
  Outcome<Payment> pay(Command command, Once<Payment> once);

  record Command(Actor actor, OrderId order, Means means) {}

  /** What somebody wants to pay with. */
  sealed interface Means {

    /** On account. */
    record Invoice() implements Means {}

    /** A card, whose number goes to the gateway's vault and nowhere else. */
    record ByCard(Card card) implements Means {}

    /** Something the gateway knows already. */
    record ByToken(PaymentToken token) implements Means {}
  }
}
