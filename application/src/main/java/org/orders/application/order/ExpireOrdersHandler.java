package org.orders.application.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;

/** Expires overdue orders one by one, by the same steps as cancelling. */
final class ExpireOrdersHandler implements ExpireOrders {

  /** How long an order outlives its time for an attempt to pay whose outcome is not known. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final OverdueOrders overdue;
  private final OrderAccess access;
  private final OrderSteps steps;
  private final UnitOfWork work;
  private final InstantSource clock;

  ExpireOrdersHandler(
      OverdueOrders overdue,
      OrderAccess access,
      OrderSteps steps,
      UnitOfWork work,
      InstantSource clock) {
    this.overdue = overdue;
    this.access = access;
    this.steps = steps;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public int expireDue(int max) {
    int expired = 0;
    while (expired < max && work.run(this::expireNext)) {
      expired++;
    }
    return expired;
  }

  private boolean expireNext() {
    Instant now = clock.instant();
    Actor system = new Actor.System();
    return overdue
        .lockNext(now, now.minus(PATIENCE))
        .map(id -> steps.expire(access.lock(id, system, now), now))
        .map(
            decision -> {
              steps.save(decision, system, now);
              return decision.changesAnything();
            })
        .orElse(false);
  }
}
