package org.orders.domain.inventory;

import org.orders.domain.catalog.ProductId;

/** A product of which fewer pieces can be had than were asked for. */
public record Shortage(ProductId product, long requested, long available) {}
