package org.orders.bootstrap.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderSteps;
import org.orders.application.payment.Refunding;
import org.orders.application.returns.DecideReturn;
import org.orders.application.returns.ReadReturns;
import org.orders.application.returns.RequestReturn;
import org.orders.application.returns.ReturnQueries;
import org.orders.application.returns.ReturnUseCases;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.returns.ReturnRepository;

/** Wires what is done with returns. */
@Dependent
class ReturnWiring {

  @Produces
  @Singleton
  ReturnUseCases useCases(
      ReturnRepository returns,
      ReturnQueries queries,
      ShipmentRepository shipments,
      OrderRepository orders,
      OrderQueries orderQueries,
      PaymentRepository payments,
      StockRepository stock,
      Refunding refunding,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    return new ReturnUseCases(
        returns,
        queries,
        shipments,
        orders,
        orderQueries,
        payments,
        stock,
        refunding,
        steps,
        idempotency,
        work,
        ids,
        clock);
  }

  @Produces
  @Singleton
  RequestReturn requestReturn(ReturnUseCases useCases, OutcomeMetrics metrics) {
    RequestReturn handler = useCases.requestReturn();
    return (command, once) -> metrics.count("request-return", () -> handler.request(command, once));
  }

  @Produces
  @Singleton
  DecideReturn decideReturn(ReturnUseCases useCases, OutcomeMetrics metrics) {
    DecideReturn handler = useCases.decideReturn();
    return (command, once) -> metrics.count("decide-return", () -> handler.decide(command, once));
  }

  @Produces
  @Singleton
  ReadReturns readReturns(ReturnUseCases useCases) {
    return useCases.readReturns();
  }
}
