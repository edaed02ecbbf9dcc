package org.orders.domain.catalog;

import java.util.UUID;

/** A product's id. */
public record ProductId(UUID value) {}
