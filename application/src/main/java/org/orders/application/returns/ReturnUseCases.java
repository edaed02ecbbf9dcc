package org.orders.application.returns;

import java.time.InstantSource;
import org.orders.application.order.OrderAccess;
import org.orders.application.order.OrderQueries;
import org.orders.application.order.OrderSteps;
import org.orders.application.payment.Refunding;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.PaymentRepository;
import org.orders.domain.returns.ReturnRepository;

/** All that can be done with returns, put together from what it needs. */
public record ReturnUseCases(
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

  public RequestReturn requestReturn() {
    return new RequestReturnHandler(
        access(), returns, shipments, steps, idempotency, work, ids, clock);
  }

  public DecideReturn decideReturn() {
    return new DecideReturnHandler(
        returns, orders, payments, stock, refunding, steps, idempotency, work, clock);
  }

  public ReadReturns readReturns() {
    return new ReturnReader(returns, queries, access(), work, clock);
  }

  private OrderAccess access() {
    return new OrderAccess(orders, orderQueries);
  }
}
