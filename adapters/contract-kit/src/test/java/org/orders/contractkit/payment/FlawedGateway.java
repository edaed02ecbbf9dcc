package org.orders.contractkit.payment;

import java.time.Duration;
import java.time.Instant;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;

/** A gateway that does all as the model does, but for the flaw that a subclass adds. */
class FlawedGateway implements PaymentGateway {

  final ModelBench bench;
  final ModelGateway right;

  FlawedGateway(ModelBench bench) {
    this.bench = bench;
    this.right = bench.model();
  }

  @Override
  public String name() {
    return right.name();
  }

  @Override
  public CardVault vault() {
    return right.vault();
  }

  @Override
  public Duration keyLifetime() {
    return right.keyLifetime();
  }

  @Override
  public Preparation prepare(Charge charge) {
    return right.prepare(charge);
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    return right.charge(charge, reference);
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    return right.lookUp(charge, reference);
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    return right.close(charge, reference);
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return right.refund(request);
  }

  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    return right.lookUpRefund(request);
  }

  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    return right.readWebhook(delivery, now);
  }
}
