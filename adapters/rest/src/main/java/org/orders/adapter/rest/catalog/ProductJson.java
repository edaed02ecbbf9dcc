package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.orders.application.catalog.ProductView;
import org.orders.domain.catalog.Product;

/** A product with its stock, as everybody sees it. */
@RegisterForReflection
public record ProductJson(
    UUID id,
    String sku,
    String name,
    String description,
    BigDecimal price,
    String currency,
    long inventory,
    long reserved,
    int lowStockThreshold,
    Product.Status status,
    Instant createdAt,
    Instant updatedAt) {

  static ProductJson of(ProductView view) {
    Product product = view.product();
    return new ProductJson(
        product.id().value(),
        product.sku().value(),
        product.name().value(),
        product.description(),
        product.price().amount(),
        product.currency().getCurrencyCode(),
        view.stock().available(),
        view.stock().reserved(),
        product.lowStockThreshold(),
        product.status(),
        product.createdAt(),
        product.updatedAt());
  }
}
