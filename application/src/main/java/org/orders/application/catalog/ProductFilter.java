package org.orders.application.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which products somebody looks for.
 *
 * @param query a part of the sku, the name or the description, without regard to case
 * @param lowStock only those with stock at or below their threshold
 */
public record ProductFilter(@Nullable String query, boolean lowStock) {}
