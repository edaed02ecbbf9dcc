package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.fulfilment.Fulfilling;
import org.orders.application.fulfilment.FulfilmentUseCases;
import org.orders.application.fulfilment.HearCarrier;
import org.orders.application.fulfilment.MarkDelivered;
import org.orders.application.fulfilment.ReadShipments;
import org.orders.application.job.DeadJobs;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobQueue;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.fulfilment.ShippingCarriers;
import org.orders.domain.order.OrderRepository;

/** Wires what is done with shipments. */
@Dependent
class FulfilmentWiring {

  @Produces
  @Singleton
  Fulfilling fulfilling(
      ShipmentRepository shipments, JobQueue jobs, DeadJobs deadJobs, IdGenerator ids) {
    return new Fulfilling(shipments, jobs, deadJobs, ids);
  }

  @Produces
  @Singleton
  FulfilmentUseCases useCases(
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
    return new FulfilmentUseCases(
        shipments,
        events,
        carriers,
        orders,
        queries,
        steps,
        fulfilling,
        idempotency,
        work,
        ids,
        clock);
  }

  @Produces
  @Singleton
  FulfilOrder fulfilOrder(FulfilmentUseCases useCases, OutcomeMetrics metrics) {
    FulfilOrder handler = useCases.fulfilOrder();
    return (command, once) -> metrics.count("fulfil", () -> handler.fulfil(command, once));
  }

  @Produces
  @Singleton
  MarkDelivered markDelivered(FulfilmentUseCases useCases, OutcomeMetrics metrics) {
    MarkDelivered handler = useCases.markDelivered();
    return (command, once) -> metrics.count("deliver", () -> handler.deliver(command, once));
  }

  @Produces
  @Singleton
  ReadShipments readShipments(FulfilmentUseCases useCases) {
    return useCases.readShipments();
  }

  @Produces
  @Singleton
  HearCarrier hearCarrier(FulfilmentUseCases useCases) {
    return useCases.hearCarrier();
  }

  @Produces
  @Singleton
  JobHandler buyLabel(FulfilmentUseCases useCases) {
    return useCases.buyLabelJob();
  }

  @Produces
  @Singleton
  JobHandler voidLabel(FulfilmentUseCases useCases) {
    return useCases.voidLabelJob();
  }

  @Produces
  @Singleton
  JobHandler voidStrayLabel(FulfilmentUseCases useCases) {
    return useCases.voidStrayLabelJob();
  }
}
