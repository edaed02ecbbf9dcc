package org.orders.contractkit.fulfilment;

import org.junit.jupiter.api.Nested;

/**
 * What every carrier must do. An adapter's test extends it and says how its carrier is set up; the
 * groups below then run against it.
 */
public abstract class ShippingCarrierContract {

  /** The carrier under test, with empty books and in good weather. */
  protected abstract CarrierBench newBench();

  @Nested
  class Buying extends BuyingContract {
    @Override
    CarrierBench newBench() {
      return ShippingCarrierContract.this.newBench();
    }
  }

  @Nested
  class Repeating extends RepeatingContract {
    @Override
    CarrierBench newBench() {
      return ShippingCarrierContract.this.newBench();
    }
  }

  @Nested
  class Refusing extends RefusingContract {
    @Override
    CarrierBench newBench() {
      return ShippingCarrierContract.this.newBench();
    }
  }

  @Nested
  class Uncertainty extends UncertaintyContract {
    @Override
    CarrierBench newBench() {
      return ShippingCarrierContract.this.newBench();
    }
  }

  @Nested
  class Voiding extends VoidingContract {
    @Override
    CarrierBench newBench() {
      return ShippingCarrierContract.this.newBench();
    }
  }

  @Nested
  class Secrecy extends SecrecyContract {
    @Override
    CarrierBench newBench() {
      return ShippingCarrierContract.this.newBench();
    }
  }

  @Nested
  class Events extends EventsContract {
    @Override
    CarrierBench newBench() {
      return ShippingCarrierContract.this.newBench();
    }
  }
}
