package org.orders.domain.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Money;

/**
 * The one payment of an order. It is immutable: each decision answers the payment as it is then,
 * together with what happened. Everything that concerns a payment is decided under the lock of its
 * order's row.
 *
 * @param attempt the latest try to take the money through a gateway; nothing on account
 * @param version counts the saved changes, as of the reading; a save that rests on an older one is
 *     refused
 */
public record Payment(
    PaymentId id,
    OrderId orderId,
    Money amount,
    PaymentMethod method,
    PaymentState state,
    @Nullable Attempt attempt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** An order to be paid on account. */
  public static PaymentDecision byInvoice(PaymentId id, OrderId order, Money amount, Instant at) {
    return PaymentDecision.of(
        new Payment(
            id,
            order,
            amount,
            new PaymentMethod.Invoice(),
            new PaymentState.Authorized(at),
            null,
            at,
            at,
            0));
  }

  /** An order to be paid through a gateway. */
  public static PaymentDecision byGateway(
      PaymentId id,
      OrderId order,
      Money amount,
      AttemptId attempt,
      String gateway,
      PaymentMethod method,
      Instant at) {
    Attempt first = new Attempt(attempt, 1, gateway, method, new AttemptState.Created(), at);
    return PaymentDecision.of(
        new Payment(id, order, amount, method, new PaymentState.Pending(), first, at, at, 0),
        first);
  }

  /**
   * The payment tried anew, on account.
   *
   * @throws PaymentInProgress while an attempt is open
   * @throws AlreadyPaid when it is paid
   */
  public PaymentDecision againByInvoice(Money amountNow, Instant at) {
    requireRetryable();
    return PaymentDecision.of(
        new Payment(
            id,
            orderId,
            amountNow,
            new PaymentMethod.Invoice(),
            new PaymentState.Authorized(at),
            null,
            createdAt,
            at,
            version));
  }

  /**
   * The payment tried anew through a gateway; it keeps its id and gets another attempt.
   *
   * @throws PaymentInProgress while an attempt is open
   * @throws AlreadyPaid when it is paid
   */
  public PaymentDecision againByGateway(
      Money amountNow, AttemptId next, String gateway, PaymentMethod by, Instant at) {
    requireRetryable();
    int number = attempt == null ? 1 : attempt.number() + 1;
    Attempt another = new Attempt(next, number, gateway, by, new AttemptState.Created(), at);
    return PaymentDecision.of(
        new Payment(
            id,
            orderId,
            amountNow,
            by,
            new PaymentState.Pending(),
            another,
            createdAt,
            at,
            version),
        another);
  }

  /** The payment after something happened to its latest attempt; repeats change nothing. */
  public PaymentDecision onAttempt(AttemptState.Trigger trigger, Instant at) {
    Attempt before = requireAttempt();
    Attempt after = before.on(trigger);
    if (after.equals(before)) {
      return PaymentDecision.none(this);
    }
    return switch (after.state()) {
      case AttemptState.Created _, AttemptState.Prepared _, AttemptState.Sent _ ->
          PaymentDecision.of(with(state, after, at), after);
      case AttemptState.Captured(_, var when) ->
          PaymentDecision.of(
              with(new PaymentState.Captured(when, none(), none()), after, at),
              after,
              new PaymentEvent.Captured(when, amount));
      case AttemptState.Declined(var when, var reason) ->
          PaymentDecision.of(
              with(new PaymentState.Declined(when, reason), after, at),
              after,
              new PaymentEvent.Declined(when, reason));
      case AttemptState.Voided(var when) ->
          PaymentDecision.of(with(new PaymentState.Voided(when), after, at), after);
    };
  }

  /**
   * The payment with another attempt in place of one that the gateway has closed with nothing
   * taken, where trying anew may help.
   */
  public PaymentDecision replaceAttempt(AttemptId next, Instant at) {
    Attempt before = requireAttempt();
    Attempt closed = before.on(new AttemptState.Trigger.Close(at));
    Attempt another =
        new Attempt(
            next,
            before.number() + 1,
            before.gateway(),
            before.method(),
            new AttemptState.Created(),
            at);
    return new PaymentDecision(
        with(new PaymentState.Pending(), another, at), true, List.of(closed, another), List.of());
  }

  /**
   * The invoice's money booked; doing it twice changes nothing.
   *
   * @throws IllegalPaymentTransition when it is not waiting for that
   */
  public PaymentDecision book(Instant at) {
    return switch (state) {
      case PaymentState.Authorized _ ->
          PaymentDecision.of(
              with(new PaymentState.Captured(at, none(), none()), attempt, at),
              new PaymentEvent.Captured(at, amount));
      case PaymentState.Captured _ -> PaymentDecision.none(this);
      case PaymentState.Pending _, PaymentState.Declined _, PaymentState.Voided _ ->
          throw new IllegalPaymentTransition(status(), PaymentStatus.CAPTURED);
    };
  }

  /**
   * The payment of an order that is given up, as far as it can be let go at once. Money that came,
   * or may come, is not let go: it goes back by refunds.
   */
  public PaymentDecision release(Instant at) {
    return switch (state) {
      case PaymentState.Authorized _ ->
          PaymentDecision.of(with(new PaymentState.Voided(at), attempt, at));
      case PaymentState.Pending _ -> onAttempt(new AttemptState.Trigger.GiveUp(at), at);
      case PaymentState.Captured _, PaymentState.Declined _, PaymentState.Voided _ ->
          PaymentDecision.none(this);
    };
  }

  /**
   * The payment with an amount on its way back.
   *
   * @throws RefundExceedsPayment when that is more than is left
   */
  public PaymentDecision beginRefund(Money back, Instant at) {
    if (back.isZero() || back.isNegative() || refundable().minus(back).isNegative()) {
      throw new RefundExceedsPayment(refundable());
    }
    PaymentState.Captured captured = requireCaptured();
    return PaymentDecision.of(
        with(
            new PaymentState.Captured(
                captured.capturedAt(), captured.refunded(), captured.refunding().plus(back)),
            attempt,
            at));
  }

  /** The payment after an amount went back. */
  public PaymentDecision completeRefund(RefundId refund, Money back, Instant at) {
    PaymentState.Captured captured = requireCaptured();
    return PaymentDecision.of(
        with(
            new PaymentState.Captured(
                captured.capturedAt(),
                captured.refunded().plus(back),
                captured.refunding().minus(back)),
            attempt,
            at),
        new PaymentEvent.Refunded(at, refund, back));
  }

  /** The payment after an amount could not go back. */
  public PaymentDecision failRefund(RefundId refund, Money back, Instant at) {
    PaymentState.Captured captured = requireCaptured();
    return PaymentDecision.of(
        with(
            new PaymentState.Captured(
                captured.capturedAt(), captured.refunded(), captured.refunding().minus(back)),
            attempt,
            at),
        new PaymentEvent.RefundFailed(at, refund, back));
  }

  /** What can still go back: what came, less what went back or is on its way. */
  public Money refundable() {
    return state instanceof PaymentState.Captured(_, var refunded, var refunding)
        ? amount.minus(refunded).minus(refunding)
        : none();
  }

  /** What went back. */
  public Money refundedAmount() {
    return state instanceof PaymentState.Captured captured ? captured.refunded() : none();
  }

  /** Whether the goods may go. */
  public boolean isSettled() {
    return state instanceof PaymentState.Captured || state instanceof PaymentState.Authorized;
  }

  /** Whether an attempt is open, so that nothing it rests on may change. */
  public boolean isInProgress() {
    return state instanceof PaymentState.Pending;
  }

  /** The name under which callers know this state. */
  public PaymentStatus status() {
    return switch (state) {
      case PaymentState.Pending() -> PaymentStatus.PENDING;
      case PaymentState.Authorized _ -> PaymentStatus.AUTHORIZED;
      case PaymentState.Captured(_, var refunded, _) when refunded.isZero() ->
          PaymentStatus.CAPTURED;
      case PaymentState.Captured(_, var refunded, _) when refunded.equals(amount) ->
          PaymentStatus.REFUNDED;
      case PaymentState.Captured _ -> PaymentStatus.PARTIALLY_REFUNDED;
      case PaymentState.Declined _ -> PaymentStatus.DECLINED;
      case PaymentState.Voided _ -> PaymentStatus.VOIDED;
    };
  }

  private void requireRetryable() {
    switch (state) {
      case PaymentState.Declined _, PaymentState.Voided _ -> {
        // Nothing was taken: it may be tried anew.
      }
      case PaymentState.Pending _ -> throw new PaymentInProgress();
      case PaymentState.Authorized _, PaymentState.Captured _ -> throw new AlreadyPaid();
    }
  }

  private Attempt requireAttempt() {
    if (attempt == null) {
      throw new IllegalStateException("payment " + id.value() + " has no attempt");
    }
    return attempt;
  }

  private PaymentState.Captured requireCaptured() {
    if (state instanceof PaymentState.Captured captured) {
      return captured;
    }
    throw new RefundExceedsPayment(none());
  }

  private Money none() {
    return Money.zero(amount.currency());
  }

  private Payment with(PaymentState next, @Nullable Attempt latest, Instant at) {
    return new Payment(id, orderId, amount, method, next, latest, createdAt, at, version);
  }
}
