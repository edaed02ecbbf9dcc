package org.orders.bootstrap.wiring;

import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.orders.application.inventory.Drift;
import org.orders.application.inventory.Reconciliation;

/** Says in the log that books of stock disagree, whoever had them compared. */
final class DriftReport {

  private static final Logger LOG = Logger.getLogger(DriftReport.class);

  /** Enough to begin with; the API lists more. */
  private static final int MOST = 20;

  Reconciliation of(Reconciliation found) {
    if (!found.drifts().isEmpty()) {
      LOG.warnf(
          "The books of stock disagree in %d places: %s%s",
          found.driftsTotal(),
          found.drifts().stream()
              .limit(MOST)
              .map(DriftReport::text)
              .collect(Collectors.joining("; ")),
          found.driftsTotal() > MOST ? "; ..." : "");
    }
    return found;
  }

  private static String text(Drift drift) {
    return drift.kind()
        + " of product "
        + drift.product().value()
        + " is "
        + drift.actual()
        + " instead of "
        + drift.expected();
  }
}
