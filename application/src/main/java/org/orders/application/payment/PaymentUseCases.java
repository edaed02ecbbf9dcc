package org.orders.application.payment;

import java.time.InstantSource;
import java.util.Set;
import org.orders.application.access.Role;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;

/**
 * All that can be done with payments, put together from what it needs.
 *
 * @param invoiceRoles who may have orders paid on account
 */
public record PaymentUseCases(
    PaymentRepository payments,
    PaymentQueries queries,
    OrderRepository orders,
    OrderSteps steps,
    Idempotency idempotency,
    UnitOfWork work,
    InstantSource clock,
    Set<Role> invoiceRoles) {

  public PaymentUseCases {
    invoiceRoles = Set.copyOf(invoiceRoles);
  }

  public PayOrder payOrder() {
    return new PayOrderHandler(payments, orders, steps, idempotency, work, clock, invoiceRoles);
  }

  public CapturePayment capturePayment() {
    return new CapturePaymentHandler(payments, orders, steps, idempotency, work, clock);
  }

  public ReadPayments readPayments() {
    return new PaymentReader(payments, queries, orders, work, clock);
  }
}
