package org.orders.adapter.jobs;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.orders.application.order.ExpireOrders;

/** Gives up orders that nobody paid in time. */
@ApplicationScoped
class ExpireOrdersJob {

  private static final int MOST_AT_ONCE = 500;

  private final ExpireOrders expireOrders;
  private final Quietly quietly;

  ExpireOrdersJob(ExpireOrders expireOrders, Quietly quietly) {
    this.expireOrders = expireOrders;
    this.quietly = quietly;
  }

  @Scheduled(
      identity = "expire-orders",
      every = "${orders.jobs.expire-orders-every:2s}",
      delayed = "2s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    quietly.run("expire-orders", () -> expireOrders.expireDue(MOST_AT_ONCE));
  }
}
