package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.CredentialRepository;
import org.orders.application.fulfilment.FulfilOrder;
import org.orders.application.fulfilment.Fulfilling;
import org.orders.application.job.JobQueue;
import org.orders.application.order.AdministerOrder;
import org.orders.application.order.BulkAdministration;
import org.orders.application.order.CancelOrder;
import org.orders.application.order.ChangeOrder;
import org.orders.application.order.ExpireOrders;
import org.orders.application.order.OrderNumbers;
import org.orders.application.order.OrderPlacements;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderSteps;
import org.orders.application.order.OrderUseCases;
import org.orders.application.order.OverdueOrders;
import org.orders.application.order.PlaceOrder;
import org.orders.application.order.PreviewOrder;
import org.orders.application.order.ReadOrders;
import org.orders.application.payment.Refunding;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;

/** Wires what is done with orders. */
@Dependent
class OrderWiring {

  @Produces
  @Singleton
  OrderSteps steps(
      OrderRepository orders,
      PaymentRepository payments,
      Refunding refunding,
      JobQueue jobs,
      Fulfilling fulfilling,
      IdGenerator ids) {
    return new OrderSteps(orders, payments, refunding, jobs, fulfilling, ids);
  }

  @Produces
  @Singleton
  OrderUseCases useCases(
      OrderRepository orders,
      OrderPlacements placements,
      OrderQueries queries,
      OrderNumbers numbers,
      OverdueOrders overdue,
      OrderSteps steps,
      ProductRepository products,
      StockRepository stock,
      PaymentRepository payments,
      CustomerRepository customers,
      CredentialRepository credentials,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock,
      @ConfigProperty(name = "orders.reservation-ttl", defaultValue = "PT30M") Duration timeToPay) {
    return new OrderUseCases(
        orders,
        placements,
        queries,
        numbers,
        overdue,
        steps,
        products,
        stock,
        payments,
        customers,
        credentials,
        idempotency,
        work,
        ids,
        clock,
        timeToPay);
  }

  @Produces
  @Singleton
  PlaceOrder placeOrder(OrderUseCases useCases, OutcomeMetrics metrics) {
    PlaceOrder handler = useCases.placeOrder();
    return (command, once) -> metrics.count("place", () -> handler.place(command, once));
  }

  @Produces
  @Singleton
  PreviewOrder previewOrder(OrderUseCases useCases) {
    return useCases.previewOrder();
  }

  @Produces
  @Singleton
  ChangeOrder changeOrder(OrderUseCases useCases, OutcomeMetrics metrics) {
    ChangeOrder handler = useCases.changeOrder();
    return (command, once) -> metrics.count("change", () -> handler.change(command, once));
  }

  @Produces
  @Singleton
  CancelOrder cancelOrder(OrderUseCases useCases, OutcomeMetrics metrics) {
    CancelOrder handler = useCases.cancelOrder();
    return (command, once) -> metrics.count("cancel", () -> handler.cancel(command, once));
  }

  @Produces
  @Singleton
  AdministerOrder administerOrder(OrderUseCases useCases, OutcomeMetrics metrics) {
    AdministerOrder handler = useCases.administerOrder();
    return (command, once) -> metrics.count("administer", () -> handler.administer(command, once));
  }

  @Produces
  @Singleton
  BulkAdministration bulkAdministration(
      OrderUseCases useCases,
      CancelOrder cancelOrder,
      FulfilOrder fulfilOrder,
      AdministerOrder administerOrder) {
    return useCases.bulkAdministration(cancelOrder, fulfilOrder, administerOrder);
  }

  @Produces
  @Singleton
  ExpireOrders expireOrders(OrderUseCases useCases, OutcomeMetrics metrics) {
    ExpireOrders handler = useCases.expireOrders();
    return max -> {
      int expired = handler.expireDue(max);
      metrics.add("expire", "done", expired);
      return expired;
    };
  }

  @Produces
  @Singleton
  ReadOrders readOrders(OrderUseCases useCases) {
    return useCases.readOrders();
  }
}
