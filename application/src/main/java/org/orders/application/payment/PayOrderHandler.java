package org.orders.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.orders.application.access.Forbidden;
import org.orders.application.access.Role;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentMethodUnavailable;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.shared.NotFound;

/** Pays an order on account; no gateway for other methods is there yet. */
final class PayOrderHandler implements PayOrder {

  private final PaymentRepository payments;
  private final OrderRepository orders;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;
  private final Set<Role> invoiceRoles;

  PayOrderHandler(
      PaymentRepository payments,
      OrderRepository orders,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock,
      Set<Role> invoiceRoles) {
    this.payments = payments;
    this.orders = orders;
    this.steps = steps;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
    this.invoiceRoles = invoiceRoles;
  }

  @Override
  public Outcome<Payment> pay(Command command, Once<Payment> once) {
    if (command.method() == Method.INVOICE && !invoiceRoles.contains(Role.of(command.actor()))) {
      throw new Forbidden();
    }
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = lock(command, now);
          return idempotency.perform(once, () -> pay(order, command, now));
        });
  }

  private Order lock(Command command, Instant now) {
    return orders
        .lock(command.order())
        .filter(order -> order.isOpenTo(command.actor(), now))
        .orElseThrow(() -> new NotFound("order"));
  }

  private Payment pay(Order order, Command command, Instant now) {
    Actor actor = command.actor();
    return switch (command.method()) {
      case INVOICE -> {
        steps.save(steps.payByInvoice(order, actor, null, now), actor, now);
        yield payments.findByOrder(order.id()).orElseThrow();
      }
      case CARD, TOKEN -> throw new PaymentMethodUnavailable();
    };
  }
}
