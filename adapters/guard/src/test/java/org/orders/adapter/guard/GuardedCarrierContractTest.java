package org.orders.adapter.guard;

import java.time.Instant;
import java.util.Set;
import org.orders.contractkit.fulfilment.CarrierBench;
import org.orders.contractkit.fulfilment.CarrierBooks;
import org.orders.contractkit.fulfilment.ModelCarrier;
import org.orders.contractkit.fulfilment.ModelCarrierBooks;
import org.orders.contractkit.fulfilment.ShippingCarrierContract;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.ModelWeather;
import org.orders.domain.fulfilment.ShippingCarrier;

/** A guarded carrier is a carrier. */
class GuardedCarrierContractTest extends ShippingCarrierContract {

  @Override
  protected CarrierBench newBench() {
    return new Bench();
  }

  private static final class Bench implements CarrierBench {

    private static final String SECRET = "whsec_guarded_5e";

    private final ModelCarrierBooks books = new ModelCarrierBooks();
    private final ModelWeather<Call> weather = new ModelWeather<>();
    private final ShippingCarrier carrier =
        new GuardedShippingCarrier(new ModelCarrier(books, weather, SECRET), GuardLimits.USUAL);

    @Override
    public ShippingCarrier carrier() {
      return carrier;
    }

    @Override
    public CarrierBooks books() {
      return books;
    }

    @Override
    public void disturb(Call call, Fault fault, Deed deed) {
      weather.disturb(call, deed);
    }

    @Override
    public Signed sign(Told told, Instant signedAt) {
      return ModelCarrier.sign(SECRET, told, signedAt);
    }

    @Override
    public Set<String> secrets() {
      return Set.of(SECRET);
    }
  }
}
