package org.orders.domain.payment;

import java.time.Instant;
import org.orders.domain.order.OrderId;
import org.orders.domain.payment.PaymentState.Outcome;
import org.orders.domain.payment.PaymentState.Trigger;
import org.orders.domain.shared.Money;

/**
 * The one payment of an order. It is immutable: each decision answers the payment as it is then.
 *
 * @param version counts the saved changes, as of the reading; a save that rests on an older one is
 *     refused
 */
public record Payment(
    PaymentId id,
    OrderId orderId,
    Money amount,
    PaymentMethod method,
    PaymentState state,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** An order paid on account. */
  public static Payment byInvoice(PaymentId id, OrderId order, Money amount, Instant at) {
    return new Payment(
        id, order, amount, new PaymentMethod.Invoice(), new PaymentState.Authorized(at), at, at, 0);
  }

  /**
   * The payment moved on by the trigger, or itself where nothing changes.
   *
   * @throws IllegalPaymentTransition when the state machine has no such transition
   */
  public Payment on(Trigger trigger, Instant at) {
    return switch (PaymentState.decide(state, trigger)) {
      case Outcome.Moved(var to) ->
          new Payment(id, orderId, amount, method, to, createdAt, at, version);
      case Outcome.Stays() -> this;
      case Outcome.Refused(var from, var to) -> throw new IllegalPaymentTransition(from, to);
    };
  }

  public PaymentStatus status() {
    return state.status();
  }

  /** What went back to the customer. Nothing can, before refunds exist. */
  public Money refundedAmount() {
    return Money.zero(amount.currency());
  }
}
