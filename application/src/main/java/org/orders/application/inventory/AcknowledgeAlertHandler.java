package org.orders.application.inventory;

import java.time.InstantSource;
import org.orders.application.inventory.StockAlert.Acknowledgement;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.shared.NotFound;

/** Acknowledges an alert under its row's lock, so that the first to do so is the one named. */
final class AcknowledgeAlertHandler implements AcknowledgeAlert {

  private final StockAlerts alerts;
  private final Idempotency idempotency;
  private final UnitOfWork work;
  private final InstantSource clock;

  AcknowledgeAlertHandler(
      StockAlerts alerts, Idempotency idempotency, UnitOfWork work, InstantSource clock) {
    this.alerts = alerts;
    this.idempotency = idempotency;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Outcome<StockAlert> acknowledge(Command command, Once<StockAlert> once) {
    return work.run(
        () -> {
          StockAlert present =
              alerts.lock(command.alert()).orElseThrow(() -> new NotFound("alert"));
          return idempotency.perform(once, () -> acknowledge(present, command));
        });
  }

  private StockAlert acknowledge(StockAlert present, Command command) {
    command.precondition().check(present);
    if (present.acknowledgement() != null) {
      return present;
    }
    alerts.acknowledge(present.id(), new Acknowledgement(clock.instant(), command.actor()));
    return alerts.find(present.id()).orElseThrow();
  }
}
