package org.orders.application.fulfilment;

import java.time.Duration;
import java.util.UUID;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.LeaseLost;
import org.orders.application.job.RetryPolicy;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShipmentState;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;

/**
 * Has a carrier make the label of one shipment, in steps between which the program may die at any
 * line: prepare, commit the carrier's name for it, buy, commit the outcome. Whoever finds a
 * shipment for which a label may have been bought asks before anything else.
 */
final class BuyLabelJob implements JobHandler {

  static final JobType TYPE = new JobType("buy-label");

  private final ShipmentRepository shipments;
  private final OrderRepository orders;
  private final ShippingCarriers carriers;
  private final Labelling labelling;
  private final UnitOfWork work;

  BuyLabelJob(
      ShipmentRepository shipments,
      OrderRepository orders,
      ShippingCarriers carriers,
      Labelling labelling,
      UnitOfWork work) {
    this.shipments = shipments;
    this.orders = orders;
    this.carriers = carriers;
    this.labelling = labelling;
    this.work = work;
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
    if (shipment == null || !shipment.state().isOpen()) {
      return JobOutcome.done();
    }
    Order order = work.run(() -> orders.find(shipment.orderId())).orElseThrow();
    if (order.onHold()) {
      // Whoever releases the order asks for the label again.
      return held(run, id);
    }
    ShippingCarrier carrier = carriers.named(shipment.carrier()).orElse(null);
    if (carrier == null) {
      return JobOutcome.retryLater("carrier-not-configured");
    }
    Try attempt = new Try(run, carrier, shipment, LabelRequests.of(order, shipment));
    return shipment.state() instanceof ShipmentState.Asked(var reference, _)
        ? attempt.ask(reference)
        : attempt.prepare();
  }

  /** Ends the job of an order on hold, if it still is; decided where a release would be seen. */
  private JobOutcome held(JobRun run, ShipmentId id) {
    boolean released = run.record(() -> labelling.isWanted(id));
    return released
        ? JobOutcome.retryAfter(Duration.ofMillis(1), "just-released")
        : JobOutcome.done();
  }

  /** One try, with what all its steps need. */
  private final class Try {

    private final JobRun run;
    private final ShippingCarrier carrier;
    private final Shipment shipment;
    private final LabelRequest request;

    Try(JobRun run, ShippingCarrier carrier, Shipment shipment, LabelRequest request) {
      this.run = run;
      this.carrier = carrier;
      this.shipment = shipment;
      this.request = request;
    }

    JobOutcome prepare() {
      return switch (carrier.prepare(request)) {
        case LabelPreparation.Prepared(var reference) ->
            switch (run.record(() -> labelling.beginAsking(shipment, reference))) {
              case UNCHANGED -> settle(carrier.buyLabel(request, reference), reference);
              case OTHERWISE -> otherwise();
              case NONE -> JobOutcome.done();
            };
        case LabelPreparation.Refused(var reason) -> refused(reason);
        case LabelPreparation.Unavailable() -> JobOutcome.retryLater("carrier-unavailable");
      };
    }

    /** It may have been bought before: what the carrier knows comes first. */
    JobOutcome ask(CarrierReference reference) {
      LabelOutcome known = carrier.lookUp(request, reference);
      if (!(known instanceof LabelOutcome.NotBought)) {
        return settle(known, reference);
      }
      boolean wanted = run.record(() -> labelling.isWanted(request.shipment()));
      return wanted ? settle(carrier.buyLabel(request, reference), reference) : JobOutcome.done();
    }

    private JobOutcome settle(LabelOutcome outcome, CarrierReference reference) {
      return switch (outcome) {
        case LabelOutcome.Bought label -> bought(label, reference);
        case LabelOutcome.Refused(var reason) -> refused(reason);
        case LabelOutcome.NotBought() -> JobOutcome.retryLater("label-not-bought");
        case LabelOutcome.Unknown() -> JobOutcome.retryLater("outcome-unknown");
      };
    }

    private JobOutcome bought(LabelOutcome.Bought label, CarrierReference reference) {
      ShipmentId id = request.shipment();
      try {
        return run.conclude(() -> labelling.labelled(id, reference, label));
      } catch (LeaseLost late) {
        work.run(() -> labelling.labelledLate(shipment, reference, label));
        throw late;
      }
    }

    /** The dead letter comes with what it is about, so that whoever settles that finds it. */
    private JobOutcome refused(LabelRefusal reason) {
      return run.end(
          () ->
              switch (labelling.refused(shipment, reason)) {
                case UNCHANGED -> JobOutcome.giveUp(reason.code());
                case OTHERWISE -> otherwise();
                case NONE -> JobOutcome.done();
              });
    }

    private static JobOutcome otherwise() {
      return JobOutcome.retryAfter(Duration.ofMillis(1), "wished-otherwise");
    }
  }
}
