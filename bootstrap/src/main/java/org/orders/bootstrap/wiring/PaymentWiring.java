package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.Role;
import org.orders.application.order.OrderSteps;
import org.orders.application.payment.CapturePayment;
import org.orders.application.payment.PayOrder;
import org.orders.application.payment.PaymentQueries;
import org.orders.application.payment.PaymentUseCases;
import org.orders.application.payment.ReadPayments;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;

/** Wires what is done with payments. */
@Dependent
class PaymentWiring {

  @Produces
  @Singleton
  PaymentUseCases useCases(
      PaymentRepository payments,
      PaymentQueries queries,
      OrderRepository orders,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock,
      @ConfigProperty(name = "orders.payment.invoice-roles", defaultValue = "ADMIN,SERVICE")
          Set<Role> invoiceRoles) {
    return new PaymentUseCases(
        payments, queries, orders, steps, idempotency, work, clock, invoiceRoles);
  }

  @Produces
  @Singleton
  PayOrder payOrder(PaymentUseCases useCases, OutcomeMetrics metrics) {
    PayOrder handler = useCases.payOrder();
    return (command, once) -> metrics.count("pay", () -> handler.pay(command, once));
  }

  @Produces
  @Singleton
  CapturePayment capturePayment(PaymentUseCases useCases) {
    return useCases.capturePayment();
  }

  @Produces
  @Singleton
  ReadPayments readPayments(PaymentUseCases useCases) {
    return useCases.readPayments();
  }
}
