package org.orders.application.fulfilment;

import java.time.InstantSource;
import org.orders.application.job.JobHandler;
import org.orders.application.order.OrderAccess;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.order.OrderRepository;

/** All that can be done with shipments, put together from what it needs. */
public record FulfilmentUseCases(
    ShipmentRepository shipments,
    CarrierEvents events,
    ShippingCarriers carriers,
    OrderRepository orders,
    OrderQueries queries,
    OrderSteps steps,
    Fulfilling fulfilling,
    Idempotency idempotency,
    UnitOfWork work,
    IdGenerator ids,
    InstantSource clock) {

  public FulfilOrder fulfilOrder() {
    return new FulfilOrderHandler(
        access(), shipments, carriers, fulfilling, steps, idempotency, work, ids, clock);
  }

  public MarkDelivered markDelivered() {
    return new MarkDeliveredHandler(
        access(), shipments, fulfilling, steps, idempotency, work, clock);
  }

  public ReadShipments readShipments() {
    return new ShipmentReader(access(), shipments, events, work, clock);
  }

  public HearCarrier hearCarrier() {
    return new HearCarrierHandler(
        carriers, shipments, events, orders, steps, fulfilling, work, clock);
  }

  public JobHandler buyLabelJob() {
    return new BuyLabelJob(shipments, orders, carriers, labelling(), work);
  }

  public JobHandler voidLabelJob() {
    return new VoidLabelJob(shipments, orders, carriers, labelling(), work, clock);
  }

  public JobHandler voidStrayLabelJob() {
    return new VoidStrayLabelJob(shipments, orders, carriers, work);
  }

  private Labelling labelling() {
    return new Labelling(shipments, events, orders, steps, fulfilling, clock);
  }

  private OrderAccess access() {
    return new OrderAccess(orders, queries);
  }
}
