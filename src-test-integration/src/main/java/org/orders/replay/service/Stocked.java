package org.orders.replay.service;

import java.math.BigDecimal;

/** A product as the service knows it. */
public record Stocked(
    String id, String sku, BigDecimal price, String currency, String status, long inventory) {}
