package org.orders.application.fulfilment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.RetryPolicy;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;

/**
 * Gives the label back, if there is one, of a shipment that was given up after the carrier may have
 * been asked.
 */
final class VoidLabelJob implements JobHandler {

  static final JobType TYPE = new JobType("void-label");

  private final ShipmentRepository shipments;
  private final OrderRepository orders;
  private final ShippingCarriers carriers;
  private final Labelling labelling;
  private final UnitOfWork work;
  private final InstantSource clock;

  VoidLabelJob(
      ShipmentRepository shipments,
      OrderRepository orders,
      ShippingCarriers carriers,
      Labelling labelling,
      UnitOfWork work,
      InstantSource clock) {
    this.shipments = shipments;
    this.orders = orders;
    this.carriers = carriers;
    this.labelling = labelling;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public JobType type() {
    return TYPE;
  }

  @Override
  public RetryPolicy retries() {
    return RetryPolicy.UNTIL_KNOWN;
  }

  @Override
  public JobOutcome run(JobRun run) {
    ShipmentId id = new ShipmentId(UUID.fromString(run.key()));
    Shipment shipment = work.run(() -> shipments.find(id)).orElse(null);
    if (shipment == null || !(shipment.state() instanceof ShipmentState.Abandoned given)) {
      return JobOutcome.done();
    }
    ShippingCarrier carrier = carriers.named(shipment.carrier()).orElse(null);
    if (carrier == null) {
      return JobOutcome.retryLater("carrier-not-configured");
    }
    Order order = work.run(() -> orders.find(shipment.orderId())).orElseThrow();
    return switch (carrier.voidLabel(LabelRequests.of(order, shipment), given.reference())) {
      case VoidOutcome.Voided() -> run.conclude(() -> labelling.closed(id, true));
      case VoidOutcome.NothingBought() ->
          awaitArrival(run, id, given.abandonedAt().plus(carrier.inFlight()));
      case VoidOutcome.TooLate() -> JobOutcome.giveUp("too-late-to-void");
      case VoidOutcome.Unknown() -> JobOutcome.retryLater("outcome-unknown");
    };
  }

  /** What was on its way when the shipment was given up must have arrived before it is closed. */
  private JobOutcome awaitArrival(JobRun run, ShipmentId id, Instant arrived) {
    Duration left = Duration.between(clock.instant(), arrived);
    return left.isPositive()
        ? JobOutcome.retryAfter(left, "request-on-its-way")
        : run.conclude(() -> labelling.closed(id, false));
  }
}
