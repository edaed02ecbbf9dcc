package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.adapter.guard.GuardLimits;
import org.orders.adapter.guard.GuardedPaymentGateway;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentGateways;

/** Wires the payment gateways that are there, each behind its guard; configuration selects one. */
@Dependent
class GatewayWiring {

  @Produces
  @Singleton
  PaymentGateways gateways(
      @Any Instance<PaymentGateway> all,
      @ConfigProperty(name = "orders.payment.gateway", defaultValue = "simulator") String selected,
      @ConfigProperty(name = "orders.payment.timeout", defaultValue = "15s") Duration timeout,
      @ConfigProperty(name = "orders.payment.concurrency", defaultValue = "32") int concurrency) {
    GuardLimits usual = GuardLimits.USUAL;
    GuardLimits limits =
        new GuardLimits(
            timeout,
            concurrency,
            usual.vaultConcurrency(),
            usual.failureVolume(),
            usual.failureRatio(),
            usual.rest());
    return new PaymentGateways(
        all.stream().map(gateway -> new GuardedPaymentGateway(gateway, limits)).toList(), selected);
  }
}
