package org.orders.application.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.Sku;

/**
 * The news that a product's stock fell to its threshold, or that its threshold rose to its stock.
 *
 * @param inventory the pieces that can be ordered now
 * @param lowStockThreshold the product's threshold now
 * @param closedAt since when there is more than that again, or the product is not sold any more
 */
public record StockAlert(
    AlertId id,
    ProductId product,
    Sku sku,
    long inventory,
    int lowStockThreshold,
    Instant openedAt,
    @Nullable Acknowledgement acknowledgement,
    @Nullable Instant closedAt) {

  /** Who has taken notice of an alert. */
  public record Acknowledgement(Instant at, Actor actor) {}
}
