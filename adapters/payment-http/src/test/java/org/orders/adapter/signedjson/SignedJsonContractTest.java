package org.orders.adapter.signedjson;

import org.orders.contractkit.payment.GatewayBench;
import org.orders.contractkit.payment.PaymentGatewayContract;

class SignedJsonContractTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench newBench() {
    return new SignedJsonBench();
  }
}
