package org.orders.application.catalog;

import org.orders.domain.catalog.Product;
import org.orders.domain.inventory.Stock;

/** A product together with its stock, as callers see it. */
public record ProductView(Product product, Stock stock) {}
