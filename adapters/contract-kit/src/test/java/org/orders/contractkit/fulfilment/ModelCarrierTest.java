package org.orders.contractkit.fulfilment;

class ModelCarrierTest extends ShippingCarrierContract {

  @Override
  protected CarrierBench newBench() {
    return new ModelBench(ModelBench::model);
  }
}
