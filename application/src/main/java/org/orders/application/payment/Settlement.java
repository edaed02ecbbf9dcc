package org.orders.application.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.orders.application.job.JobQueue;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.IdGenerator;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.AttemptState.Trigger;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.payment.PaymentRepository;

/**
 * Records what became of an attempt, on payment and order together, inside the caller's transaction
 * and under the lock of the order's row. What comes again, or too late, changes nothing.
 */
public final class Settlement {

  /** How many attempts are made when a gateway fails for a while; then the payment is declined. */
  private static final int MOST_ATTEMPTS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private static final Actor SYSTEM = new Actor.System();

  private final PaymentRepository payments;
  private final OrderRepository orders;
  private final OrderSteps steps;
  private final SettlementSignal signal;
  private final JobQueue jobs;
  private final IdGenerator ids;
  private final InstantSource clock;

  public Settlement(
      PaymentRepository payments,
      OrderRepository orders,
      OrderSteps steps,
      SettlementSignal signal,
      JobQueue jobs,
      IdGenerator ids,
      InstantSource clock) {
    this.payments = payments;
    this.orders = orders;
    this.steps = steps;
    this.signal = signal;
    this.jobs = jobs;
    this.ids = ids;
    this.clock = clock;
  }

  /** The gateway gave the attempt a name. */
  void prepared(AttemptId attempt, GatewayReference reference) {
    withLock(
        attempt,
        (order, payment) ->
            payments.save(payment.onAttempt(new Trigger.Prepare(reference), clock.instant())));
  }

  /**
   * The attempt is about to be sent, unless the order was given up meanwhile.
   *
   * @return whether it is to be sent
   */
  boolean beginSending(AttemptId attempt) {
    withLock(
        attempt,
        (order, payment) -> {
          Instant now = clock.instant();
          Trigger trigger =
              order.status() == OrderStatus.PENDING
                  ? new Trigger.Send(now)
                  : new Trigger.GiveUp(now);
          payments.save(payment.onAttempt(trigger, now));
          announce(payment.id());
        });
    return isWanted(attempt);
  }

  /** Whether the order still waits for the attempt's money. */
  boolean isWanted(AttemptId attempt) {
    return latest(attempt)
        .filter(Payment::isInProgress)
        .flatMap(payment -> orders.find(payment.orderId()))
        .filter(order -> order.status() == OrderStatus.PENDING)
        .isPresent();
  }

  /** The money came: the order is confirmed, or where it was given up, the money goes back. */
  void captured(AttemptId attempt) {
    withLock(
        attempt,
        (order, payment) -> {
          Instant now = clock.instant();
          payments.save(payment.onAttempt(new Trigger.Capture(now), now));
          if (order.status() == OrderStatus.PENDING) {
            steps.save(
                order.on(new OrderState.Trigger.Confirm(now), SYSTEM, null, now), SYSTEM, now);
          } else if (order.status() == OrderStatus.CANCELLED) {
            steps.refundAll(order.id(), null, now);
          }
          signal.settled(payment.id());
        });
  }

  /** The gateway will not take the money; the order waits for another try until it lapses. */
  void declined(AttemptId attempt, DeclineReason reason) {
    withLock(
        attempt,
        (order, payment) -> {
          Instant now = clock.instant();
          payments.save(payment.onAttempt(new Trigger.Decline(now, reason), now));
          signal.settled(payment.id());
        });
  }

  /**
   * The gateway took nothing and closed the attempt: another one follows, as long as that helps.
   */
  void notTaken(AttemptId attempt, DeclineReason why) {
    withLock(
        attempt,
        (order, payment) -> {
          Instant now = clock.instant();
          if (order.status() != OrderStatus.PENDING) {
            payments.save(payment.onAttempt(new Trigger.Close(now), now));
            signal.settled(payment.id());
          } else if (number(payment) >= MOST_ATTEMPTS
              || why == DeclineReason.AUTHENTICATION_REQUIRED) {
            payments.save(payment.onAttempt(new Trigger.Decline(now, why), now));
            signal.settled(payment.id());
          } else {
            tryAnew(payment, now);
          }
        });
  }

  /** The attempt was never sent, and its key is of no use any more: another takes its place. */
  void renewed(AttemptId attempt) {
    withLock(attempt, (order, payment) -> tryAnew(payment, clock.instant()));
  }

  private void tryAnew(Payment payment, Instant now) {
    AttemptId next = new AttemptId(ids.next());
    payments.save(payment.replaceAttempt(next, now));
    jobs.enqueue(SettlePaymentJob.of(next).notBefore(now.plus(pauseAfter(number(payment)))));
  }

  private static Duration pauseAfter(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Tells those who wait that the payment is settled, if it is. */
  void announce(PaymentId payment) {
    payments
        .find(payment)
        .filter(after -> !after.isInProgress())
        .ifPresent(after -> signal.settled(after.id()));
  }

  private void withLock(AttemptId attempt, BiConsumer<Order, Payment> decision) {
    latest(attempt)
        .flatMap(payment -> orders.lock(payment.orderId()))
        .ifPresent(
            // Read again: what was read before the lock may be old.
            order -> latest(attempt).ifPresent(payment -> decision.accept(order, payment)));
  }

  private Optional<Payment> latest(AttemptId id) {
    return payments.findByAttempt(id).filter(payment -> isOpen(payment.attempt(), id));
  }

  private static boolean isOpen(@Nullable Attempt attempt, AttemptId id) {
    return attempt != null && attempt.id().equals(id) && attempt.isOpen();
  }

  private static int number(Payment payment) {
    Attempt attempt = payment.attempt();
    return attempt == null ? 0 : attempt.number();
  }
}
