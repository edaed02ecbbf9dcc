package org.orders.contractkit.payment;

class ModelGatewayTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench newBench() {
    return new ModelBench(ModelBench::model);
  }
}
