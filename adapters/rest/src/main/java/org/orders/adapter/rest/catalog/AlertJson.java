package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.ActorJson;
import org.orders.application.inventory.StockAlert;
import org.orders.application.inventory.StockAlert.Acknowledgement;

/** An alert of low stock as administrators see it. */
@RegisterForReflection
public record AlertJson(
    UUID id,
    UUID productId,
    String sku,
    long inventory,
    int lowStockThreshold,
    Instant openedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable ActorJson acknowledgedBy,
    @Nullable Instant closedAt) {

  static AlertJson of(StockAlert alert) {
    Acknowledgement acknowledgement = alert.acknowledgement();
    return new AlertJson(
        alert.id().value(),
        alert.product().value(),
        alert.sku().value(),
        alert.inventory(),
        alert.lowStockThreshold(),
        alert.openedAt(),
        acknowledgement == null ? null : acknowledgement.at(),
        acknowledgement == null ? null : ActorJson.of(acknowledgement.actor()),
        alert.closedAt());
  }
}
