package org.orders.application.inventory;

import java.time.Duration;

/** What is done about stock now and then, without anybody asking. */
public interface WatchInventory {

  /** Asks for a comparison of the books where the last one is older than that. */
  void reconcileEvery(Duration interval);
}
