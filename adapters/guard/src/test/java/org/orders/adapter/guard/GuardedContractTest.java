package org.orders.adapter.guard;

import java.time.Instant;
import java.util.Set;
import org.orders.contractkit.payment.GatewayBench;
import org.orders.contractkit.payment.GatewayBooks;
import org.orders.contractkit.payment.ModelBooks;
import org.orders.contractkit.payment.ModelGateway;
import org.orders.contractkit.payment.PaymentGatewayContract;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.ModelWeather;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;

/** A guarded gateway is a gateway. */
class GuardedContractTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench newBench() {
    return new Bench();
  }

  private static final class Bench implements GatewayBench {

    private static final String SECRET = "whsec_guarded_4f";

    private final ModelBooks books = new ModelBooks();
    private final ModelWeather<Call> weather = new ModelWeather<>();
    private final PaymentGateway gateway =
        new GuardedPaymentGateway(new ModelGateway(books, weather, SECRET), GuardLimits.USUAL);

    @Override
    public PaymentGateway gateway() {
      return gateway;
    }

    @Override
    public GatewayBooks books() {
      return books;
    }

    @Override
    public void disturb(Call call, Fault fault, Deed deed) {
      weather.disturb(call, deed);
    }

    @Override
    public Signed sign(String eventId, GatewayReference charge, Instant at) {
      return ModelGateway.sign(SECRET, eventId, charge, at);
    }

    @Override
    public Set<String> secrets() {
      return Set.of(SECRET);
    }
  }
}
