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

  private final OrderViews views;
  private final OrderSteps steps;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  CancelOrderHandler(
      OrderViews views,
      OrderSteps steps,
      Idempotency idempotency,
      UnitOfWork work,
      InstantSource clock) {
    this.views = views;
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
          Order order = views.lock(command.order(), command.actor(), now);
          return idempotency.perform(once, () -> cancel(order, command, now));
        });
  }

  private OrderView cancel(Order order, Command command, Instant now) {
    command.precondition().check(views.view(order.id()));
    steps.save(steps.cancel(order, command.actor(), command.reason(), now), command.actor(), now);
    return views.view(order.id());
  }
}
