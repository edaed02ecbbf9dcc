package org.orders.application.payment;

import java.time.InstantSource;
import java.util.Set;
import org.orders.application.access.Role;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobQueue;
import org.orders.application.order.OrderAccess;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentGateways;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.RefundRepository;

/**
 * All that can be done with payments, put together from what it needs.
 *
 * @param invoiceRoles who may have orders paid on account
 */
public record PaymentUseCases(
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
    Set<Role> invoiceRoles) {

  public PaymentUseCases {
    invoiceRoles = Set.copyOf(invoiceRoles);
  }

  public PayOrder payOrder() {
    return new PayOrderHandler(
        payments, access(), steps, gateways, jobs, idempotency, work, ids, clock, invoiceRoles);
  }

  public AwaitPayment awaitPayment() {
    return new AwaitPaymentHandler(payments, signal, work, clock);
  }

  public CapturePayment capturePayment() {
    return new CapturePaymentHandler(payments, orders, steps, idempotency, work, clock);
  }

  public RefundPayment refundPayment() {
    return new RefundPaymentHandler(payments, orders, steps, refunding, idempotency, work, clock);
  }

  public ReadPayments readPayments() {
    return new PaymentReader(payments, refunds, queries, access(), work, clock);
  }

  public HearGateway hearGateway() {
    return new HearGatewayHandler(gateways, payments, refunds, jobs, work, clock);
  }

  public JobHandler settlePaymentJob() {
    Settlement settlement = new Settlement(payments, orders, steps, signal, jobs, ids, clock);
    return new SettlePaymentJob(payments, gateways, settlement, work, clock);
  }

  public JobHandler settleRefundJob() {
    return new SettleRefundJob(refunds, payments, orders, gateways, refunding, work, clock);
  }

  private OrderAccess access() {
    return new OrderAccess(orders, orderQueries);
  }
}
