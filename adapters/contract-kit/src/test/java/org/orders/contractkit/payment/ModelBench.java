package org.orders.contractkit.payment;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.ModelWeather;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;

/** The bench of the gateway in memory, or of one that is made from it by adding a flaw. */
final class ModelBench implements GatewayBench {

  static final String SECRET = "whsec_model_9a8b7c";

  final ModelBooks books = new ModelBooks();
  final ModelWeather<Call> weather = new ModelWeather<>();
  private final PaymentGateway gateway;

  ModelBench(Function<ModelBench, PaymentGateway> gateway) {
    this.gateway = gateway.apply(this);
  }

  ModelGateway model() {
    return new ModelGateway(books, weather, SECRET);
  }

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
