package org.orders.adapter.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.inventory.StockAlerts.Count;

/**
 * What of stock can be seen from outside, the same on every replica. What is not known yet is not a
 * number.
 */
@ApplicationScoped
class InventoryMetrics {

  /** The last of what was seen, each part absent until then. */
  private static final class Seen {
    private volatile double alerts = Double.NaN;
    private volatile double low = Double.NaN;
    private volatile double drifts = Double.NaN;
    private volatile double checkedAt = Double.NaN;
  }

  private final Seen seen = new Seen();

  InventoryMetrics(MeterRegistry registry) {
    gauge(registry, "orders.stock.alerts", "Alerts of low stock that are open", it -> it.alerts);
    gauge(
        registry,
        "orders.stock.low",
        "Products on sale with no more pieces than their threshold",
        it -> it.low);
    gauge(
        registry,
        "orders.stock.drifts",
        "Disagreements that the last comparison of the books found",
        it -> it.drifts);
    Gauge.builder("orders.stock.checked", seen, it -> it.checkedAt)
        .description("When the books were compared for the last time, since 1970")
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
  }

  void show(Count count) {
    seen.alerts = count.openAlerts();
    seen.low = count.lowProducts();
  }

  void show(Check check) {
    seen.drifts = check.drifts();
    seen.checkedAt = check.at().getEpochSecond();
  }

  private void gauge(
      MeterRegistry registry, String name, String description, ToDoubleFunction<Seen> value) {
    Gauge.builder(name, seen, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }
}
