package org.orders.application.order;

import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.order.Order;

/** Cancels an order under its row's lock. */
final class CancelOrderHandler implements CancelOrder {

  private final OrderAccess access;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  CancelOrderHandler(
      OrderAccess access,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.access = access;
    this.steps = steps;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<OrderView> cancel(Command command, Once<OrderView> once) {
    return work.run(
        () -> {
          Instant now = clock.instant();
          Order order = access.lock(command.order(), command.actor(), now);
          return idempotency.perform(once, () -> cancel(order, command, now));
        });
  }

  private OrderView cancel(Order order, Command command, Instant now) {
    access.check(command.precondition(), order);
    steps.save(steps.cancel(order, command.actor(), command.reason(), now), command.actor(), now);
    return access.view(order.id());
  }
}
