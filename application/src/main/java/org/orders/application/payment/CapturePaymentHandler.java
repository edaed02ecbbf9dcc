package org.orders.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.IllegalPaymentTransition;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentMethod;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.PaymentStatus;
import org.orders.domain.shared.NotFound;

/** Books an invoice's money, under the lock of its order, as everything that concerns a payment. */
final class CapturePaymentHandler implements CapturePayment {

  private final PaymentRepository payments;
  private final OrderRepository orders;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  CapturePaymentHandler(
      PaymentRepository payments,
      OrderRepository orders,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.payments = payments;
    this.orders = orders;
    this.steps = steps;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<Payment> capture(Command command, Once<Payment> once) {
    return work.run(
        () -> {
          Order order = orders.lock(find(command).orderId()).orElseThrow();
          return idempotency.perform(once, () -> capture(order, command));
        });
  }

  private Payment capture(Order order, Command command) {
    Instant now = clock.instant();
    Actor actor = command.actor();
    Payment payment = payments.findByOrder(order.id()).orElseThrow();
    if (!(payment.method() instanceof PaymentMethod.Invoice)) {
      throw new IllegalPaymentTransition(payment.status(), PaymentStatus.CAPTURED);
    }
    payments.save(payment.book(now));
    steps.save(order.takeCharge(actor, now), actor, now);
    return payments.findByOrder(order.id()).orElseThrow();
  }

  private Payment find(Command command) {
    return payments.find(command.payment()).orElseThrow(() -> new NotFound("payment"));
  }
}
