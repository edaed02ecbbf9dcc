package org.orders.application.returns;

import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.order.OrderAccess;
import org.orders.application.order.OrderSteps;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.fulfilment.Fulfilment;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.order.Order;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnDecision;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnRepository;

/** Decides on a return under the order's lock, so that no piece comes back twice. */
final class RequestReturnHandler implements RequestReturn {

  private final OrderAccess orders;
  private final ReturnRepository returns;
  private final ShipmentRepository shipments;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  RequestReturnHandler(
      OrderAccess orders,
      ReturnRepository returns,
      ShipmentRepository shipments,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.orders = orders;
    this.returns = returns;
    this.shipments = shipments;
    this.steps = steps;
    this.idempotency = idempotency;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome<Return> request(Command command, Once<Return> once) {
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = orders.lock(command.order(), command.actor(), now);
          return idempotency.perform(once, () -> request(order, command, now));
        });
  }

  private Return request(Order order, Command command, Instant now) {
    Fulfilment fulfilment = new Fulfilment(order.lines(), shipments.ofOrder(order.id()));
    ReturnDecision requested =
        Return.request(
            new ReturnId(ids.next()),
            order,
            command.pieces(),
            fulfilment.delivered(),
            returns.ofOrder(order.id()),
            command.reason(),
            now);
    returns.add(requested);
    steps.save(order.takeCharge(command.actor(), now), command.actor(), now);
    return requested.goods();
  }
}
