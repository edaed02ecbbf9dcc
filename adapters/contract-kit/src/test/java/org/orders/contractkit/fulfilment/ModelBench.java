package org.orders.contractkit.fulfilment;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.ModelWeather;
import org.orders.domain.fulfilment.ShippingCarrier;

/** The bench of the carrier in memory, or of one that is made from it by adding a flaw. */
final class ModelBench implements CarrierBench {

  static final String SECRET = "whsec_model_7d6e5f";

  final ModelCarrierBooks books = new ModelCarrierBooks();
  final ModelWeather<Call> weather = new ModelWeather<>();
  private final ShippingCarrier carrier;

  ModelBench(Function<ModelBench, ShippingCarrier> carrier) {
    this.carrier = carrier.apply(this);
  }

  ModelCarrier model() {
    return new ModelCarrier(books, weather, SECRET);
  }

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
