package org.orders.contractkit.fulfilment;

import java.time.Duration;
import java.time.Instant;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;

/** A carrier that does all as the model does, but for the flaw that a subclass adds. */
class FlawedCarrier implements ShippingCarrier {

  final ModelBench bench;
  final ModelCarrier right;

  FlawedCarrier(ModelBench bench) {
    this.bench = bench;
    this.right = bench.model();
  }

  @Override
  public String name() {
    return right.name();
  }

  @Override
  public Duration inFlight() {
    return right.inFlight();
  }

  @Override
  public LabelPreparation prepare(LabelRequest request) {
    return right.prepare(request);
  }

  @Override
  public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
    return right.buyLabel(request, reference);
  }

  @Override
  public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
    return right.lookUp(request, reference);
  }

  @Override
  public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
    return right.voidLabel(request, reference);
  }

  @Override
  public EventsReading readEvents(EventsDelivery delivery, Instant now) {
    return right.readEvents(delivery, now);
  }
}
