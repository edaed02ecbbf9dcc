package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.Role;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobQueue;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderSteps;
import org.orders.application.payment.AwaitPayment;
import org.orders.application.payment.CapturePayment;
import org.orders.application.payment.HearGateway;
import org.orders.application.payment.PayOrder;
import org.orders.application.payment.PaymentQueries;
import org.orders.application.payment.PaymentUseCases;
import org.orders.application.payment.ReadPayments;
import org.orders.application.payment.RefundPayment;
import org.orders.application.payment.Refunding;
import org.orders.application.payment.SettlementSignal;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentGateways;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.RefundRepository;

/** Wires what is done with payments. */
@Dependent
class PaymentWiring {

  @Produces
  @Singleton
  Refunding refunding(
      PaymentRepository payments, RefundRepository refunds, JobQueue jobs, IdGenerator ids) {
    return new Refunding(payments, refunds, jobs, ids);
  }

  @Produces
  @Singleton
  PaymentUseCases useCases(
      PaymentRepository payments,
      RefundRepository refunds,
      PaymentQueries queries,
      PaymentGateways gateways,
      OrderRepository orders,
      OrderQueries orderQueries,
      OrderSteps steps,
      Refunding refunding,
      SettlementSignal signal,
      JobQueue jobs,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock,
      @ConfigProperty(name = "orders.payment.invoice-roles", defaultValue = "ADMIN,SERVICE")
          Set<Role> invoiceRoles) {
    return new PaymentUseCases(
        payments,
        refunds,
        queries,
        gateways,
        orders,
        orderQueries,
        steps,
        refunding,
        signal,
        jobs,
        idempotency,
        work,
        ids,
        clock,
        invoiceRoles);
  }

  @Produces
  @Singleton
  PayOrder payOrder(PaymentUseCases useCases, OutcomeMetrics metrics) {
    PayOrder handler = useCases.payOrder();
    return (command, once) -> metrics.count("pay", () -> handler.pay(command, once));
  }

  @Produces
  @Singleton
  AwaitPayment awaitPayment(PaymentUseCases useCases) {
    return useCases.awaitPayment();
  }

  @Produces
  @Singleton
  CapturePayment capturePayment(PaymentUseCases useCases) {
    return useCases.capturePayment();
  }

  @Produces
  @Singleton
  RefundPayment refundPayment(PaymentUseCases useCases, OutcomeMetrics metrics) {
    RefundPayment handler = useCases.refundPayment();
    return (command, once) -> metrics.count("refund", () -> handler.refund(command, once));
  }

  @Produces
  @Singleton
  ReadPayments readPayments(PaymentUseCases useCases) {
    return useCases.readPayments();
  }

  @Produces
  @Singleton
  HearGateway hearGateway(PaymentUseCases useCases) {
    return useCases.hearGateway();
  }

  @Produces
  @Singleton
  JobHandler settlePayment(PaymentUseCases useCases) {
    return useCases.settlePaymentJob();
  }

  @Produces
  @Singleton
  JobHandler settleRefund(PaymentUseCases useCases) {
    return useCases.settleRefundJob();
  }
}
