package org.orders.adapter.guard;

import java.time.Duration;
import java.time.Instant;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.CarrierUnavailable;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;

/**
 * A carrier behind a bulkhead, a time-out and a circuit breaker. A call that was let in and not
 * answered in time is {@code Unknown}; one that was not let in was not sent, and says so by {@link
 * CarrierUnavailable}. Nothing is tried twice here: only the one who keeps the shipment may do
 * that.
 */
public final class GuardedShippingCarrier implements ShippingCarrier {

  private final ShippingCarrier carrier;
  private final GuardedCalls calls;

  public GuardedShippingCarrier(ShippingCarrier carrier, GuardLimits limits) {
    this.carrier = carrier;
    this.calls =
        new GuardedCalls(
            GuardedCalls.guard(
                "carrier " + carrier.name(),
                limits,
                limits.concurrency(),
                CarrierUnavailable.class),
            CarrierUnavailable::new);
  }

  @Override
  public String name() {
    return carrier.name();
  }

  @Override
  public Duration inFlight() {
    return carrier.inFlight();
  }

  @Override
  public LabelPreparation prepare(LabelRequest request) {
    return calls.call(
        LabelPreparation.class,
        () -> carrier.prepare(request),
        LabelPreparation.Unavailable.class::isInstance,
        new LabelPreparation.Unavailable());
  }

  @Override
  public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
    return calls.call(
        LabelOutcome.class,
        () -> carrier.buyLabel(request, reference),
        LabelOutcome.Unknown.class::isInstance,
        new LabelOutcome.Unknown());
  }

  @Override
  public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
    return calls.call(
        LabelOutcome.class,
        () -> carrier.lookUp(request, reference),
        LabelOutcome.Unknown.class::isInstance,
        new LabelOutcome.Unknown());
  }

  @Override
  public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
    return calls.call(
        VoidOutcome.class,
        () -> carrier.voidLabel(request, reference),
        VoidOutcome.Unknown.class::isInstance,
        new VoidOutcome.Unknown());
  }

  @Override
  public EventsReading readEvents(EventsDelivery delivery, Instant now) {
    return carrier.readEvents(delivery, now);
  }

  @Override
  public String toString() {
    return "GuardedShippingCarrier[" + carrier.name() + "]";
  }
}
