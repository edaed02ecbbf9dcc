package org.orders.application.notification;

import java.util.List;
import org.orders.application.job.NewJob;

/**
 * Somebody who hears of everything that happened. It decides what work follows and does none of it:
 * it reads and writes nothing, and may hear the same again if the transaction around it fails.
 */
@FunctionalInterface
public interface OutboxListener {

  /** The work that follows; mostly none. */
  List<NewJob> hear(OutboxMessage message);
}
