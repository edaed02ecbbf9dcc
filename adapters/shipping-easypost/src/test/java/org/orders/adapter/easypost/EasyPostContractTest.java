package org.orders.adapter.easypost;

import org.orders.contractkit.fulfilment.CarrierBench;
import org.orders.contractkit.fulfilment.ShippingCarrierContract;

class EasyPostContractTest extends ShippingCarrierContract {

  @Override
  protected CarrierBench newBench() {
    return new EasyPostBench();
  }
}
