package org.orders.application.fulfilment;

import org.orders.application.job.JobHandler;
import org.orders.application.job.JobOutcome;
import org.orders.application.job.JobRun;
import org.orders.application.job.JobType;
import org.orders.application.job.RetryPolicy;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderRepository;

/** Gives back a label that was bought beside the one of its shipment. */
final class VoidStrayLabelJob implements JobHandler {

  static final JobType TYPE = new JobType("void-stray-label");

  private final ShipmentRepository shipments;
  private final OrderRepository orders;
  private final ShippingCarriers carriers;
  private final UnitOfWork work;

  VoidStrayLabelJob(
      ShipmentRepository shipments,
      OrderRepository orders,
      ShippingCarriers carriers,
      UnitOfWork work) {
    this.shipments = shipments;
    this.orders = orders;
    this.carriers = carriers;
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
    StrayLabel stray = StrayLabel.parse(run.payload());
    ShippingCarrier carrier = carriers.named(stray.carrier()).orElse(null);
    if (carrier == null) {
      return JobOutcome.retryLater("carrier-not-configured");
    }
    Shipment shipment = work.run(() -> shipments.find(stray.shipment())).orElseThrow();
    Order order = work.run(() -> orders.find(shipment.orderId())).orElseThrow();
    return switch (carrier.voidLabel(LabelRequests.of(order, shipment), stray.reference())) {
      // There was one when somebody was told its number; if it is no more, that is as good.
      case VoidOutcome.Voided(), VoidOutcome.NothingBought() -> JobOutcome.done();
      case VoidOutcome.TooLate() -> JobOutcome.giveUp("too-late-to-void");
      case VoidOutcome.Unknown() -> JobOutcome.retryLater("outcome-unknown");
    };
  }
}
