package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orders.application.inventory.Drift;
import org.orders.application.inventory.Reconciliation;

/** What came of comparing the books of stock. */
@RegisterForReflection
public record ReconciliationJson(Instant checkedAt, List<DriftJson> drifts, long driftsTotal) {

  /** Something in which they disagree. */
  @RegisterForReflection
  public record DriftJson(UUID productId, String sku, Drift.Kind kind, long expected, long actual) {

    static DriftJson of(Drift drift) {
      return new DriftJson(
          drift.product().value(),
          drift.sku().value(),
          drift.kind(),
          drift.expected(),
          drift.actual());
    }
  }

  static ReconciliationJson of(Reconciliation found) {
    return new ReconciliationJson(
        found.checkedAt(),
        found.drifts().stream().map(DriftJson::of).toList(),
        found.driftsTotal());
  }
}
