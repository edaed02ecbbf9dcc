package org.orders.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.Refund;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.NotFound;

/** Asks for a refund under the lock of the order, as everything that concerns a payment. */
final class RefundPaymentHandler implements RefundPayment {

  private final PaymentRepository payments;
  private final OrderRepository orders;
  private final OrderSteps steps;
  private final Refunding refunding;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  RefundPaymentHandler(
      PaymentRepository payments,
      OrderRepository orders,
      OrderSteps steps,
      Refunding refunding,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.payments = payments;
    this.orders = orders;
    this.steps = steps;
    this.refunding = refunding;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<Refund> refund(Command command, Once<Refund> once) {
    return work.run(
        () -> {
          Payment seen =
              payments.find(command.payment()).orElseThrow(() -> new NotFound("payment"));
          Order order = orders.lock(seen.orderId()).orElseThrow();
          return idempotency.perform(once, () -> refund(order, command));
        });
  }

  private Refund refund(Order order, Command command) {
    Instant now = clock.instant();
    Payment payment = payments.findByOrder(order.id()).orElseThrow();
    Money back =
        command.amount() == null
            ? payment.refundable()
            : Money.of("amount", command.amount(), payment.amount().currency());
    Refund refund = refunding.request(payment, back, command.reason(), now);
    steps.save(order.takeCharge(command.actor(), now), command.actor(), now);
    return refund;
  }
}
