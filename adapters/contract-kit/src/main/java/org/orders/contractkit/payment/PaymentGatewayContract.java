package org.orders.contractkit.payment;

import org.junit.jupiter.api.Nested;

/**
 * What every payment gateway must do. An adapter's test extends it and says how its gateway is set
 * up; the groups below then run against it.
 */
public abstract class PaymentGatewayContract {

  /** The gateway under test, with empty books and in good weather. */
  protected abstract GatewayBench newBench();

  @Nested
  class Charging extends ChargingContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }

  @Nested
  class Repeating extends RepeatingContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }

  @Nested
  class Declining extends DecliningContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }

  @Nested
  class Uncertainty extends UncertaintyContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }

  @Nested
  class Refunding extends RefundingContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }

  @Nested
  class Amounts extends AmountsContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }

  @Nested
  class Secrecy extends SecrecyContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }

  @Nested
  class Webhooks extends WebhooksContract {
    @Override
    GatewayBench newBench() {
      return PaymentGatewayContract.this.newBench();
    }
  }
}
