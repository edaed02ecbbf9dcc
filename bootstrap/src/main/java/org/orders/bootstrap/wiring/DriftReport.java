package org.orders.bootstrap.wiring;

import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.orders.application.inventory.Drift;
import org.orders.application.inventory.Reconciliation;
import org.orders.application.shared.Once.Outcome;

/** Says in the log that books of stock disagree, whoever had them compared. */
final class DriftReport {

  private static final Logger LOG = Logger.getLogger(DriftReport.class);

  /** Enough to begin with; the API lists more. */
  private static final int MOST = 20;

  /** The outcome, which is a report where books were compared and not remembered. */
  Outcome<Reconciliation> of(Outcome<Reconciliation> outcome) {
    if (outcome instanceof Outcome.Done<Reconciliation>(var found) && found.driftsTotal() > 0) {
      LOG.warnf(
          "The books of stock disagree in %d places: %s%s",
          found.driftsTotal(),
          found.drifts().stream()
              .limit(MOST)
              .map(DriftReport::text)
              .collect(Collectors.joining("; ")),
          found.driftsTotal() > MOST ? "; ..." : "");
    }
    return outcome;
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
