package org.orders.adapter.localcarrier;

import org.orders.contractkit.fulfilment.CarrierBench;
import org.orders.contractkit.fulfilment.ShippingCarrierContract;

class LocalContractTest extends ShippingCarrierContract {

  @Override
  protected CarrierBench newBench() {
    return new LocalBench();
  }
}
