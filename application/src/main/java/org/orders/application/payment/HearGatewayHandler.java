package org.orders.application.payment;

import java.time.InstantSource;
import org.orders.application.access.Forbidden;
import org.orders.application.job.JobQueue;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.payment.Attempt;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.Payment;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentGateways;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.payment.RefundRepository;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.shared.NotFound;

/** Asks for the jobs that look up what a gateway speaks of; they know what is settled already. */
final class HearGatewayHandler implements HearGateway {

  private final PaymentGateways gateways;
  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final JobQueue jobs;
  private final UnitOfWork work;
  private final InstantSource clock;

  HearGatewayHandler(
      PaymentGateways gateways,
      PaymentRepository payments,
      RefundRepository refunds,
      JobQueue jobs,
      UnitOfWork work,
      InstantSource clock) {
    this.gateways = gateways;
    this.payments = payments;
    this.refunds = refunds;
    this.jobs = jobs;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public void hear(String name, WebhookDelivery delivery) {
    PaymentGateway gateway =
        gateways.named(name).orElseThrow(() -> new NotFound("payment gateway"));
    switch (gateway.readWebhook(delivery, clock.instant())) {
      case WebhookReading.Rejected _ -> throw new Forbidden();
      case WebhookReading.Accepted(var events) ->
          work.run(() -> events.forEach(event -> lookInto(name, event)));
    }
  }

  private void lookInto(String gateway, GatewayEvent event) {
    payments.findByReference(gateway, event.charge()).ifPresent(this::lookInto);
  }

  private void lookInto(Payment payment) {
    Attempt attempt = payment.attempt();
    if (attempt != null && attempt.isOpen()) {
      jobs.enqueue(SettlePaymentJob.of(attempt.id()));
    }
    refunds.findOpen(payment.id()).forEach(refund -> jobs.enqueue(SettleRefundJob.of(refund.id())));
  }
}
