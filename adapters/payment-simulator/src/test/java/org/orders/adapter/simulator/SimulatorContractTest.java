package org.orders.adapter.simulator;

import org.orders.contractkit.payment.GatewayBench;
import org.orders.contractkit.payment.PaymentGatewayContract;

class SimulatorContractTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench newBench() {
    return new SimulatorBench();
  }
}
