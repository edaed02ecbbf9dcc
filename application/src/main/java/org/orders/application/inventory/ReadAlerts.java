package org.orders.application.inventory;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** Looks up alerts of low stock. Only for administrators; adapters check the role. */
public interface ReadAlerts {

  /**
   * One alert, also one that is closed.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   */
  StockAlert read(AlertId id);

  /** Alerts that are open, newest first. */
  Page<StockAlert> list(PageRequest page);
}
