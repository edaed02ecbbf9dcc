package org.orders.adapter.stripe;

import org.orders.contractkit.payment.GatewayBench;
import org.orders.contractkit.payment.PaymentGatewayContract;

class StripeContractTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench newBench() {
    return new StripeBench();
  }
}
