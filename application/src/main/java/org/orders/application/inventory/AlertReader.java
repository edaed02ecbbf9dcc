package org.orders.application.inventory;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.shared.NotFound;

/** Reads alerts as they are kept. */
final class AlertReader implements ReadAlerts {

  private final StockAlerts alerts;

  AlertReader(StockAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public StockAlert read(AlertId id) {
    return alerts.find(id).orElseThrow(() -> new NotFound("alert"));
  }

  @Override
  public Page<StockAlert> list(PageRequest page) {
    return alerts.listOpen(page);
  }
}
