package org.orders.replay.plan;

import java.math.BigDecimal;

/** What credit notes gave back without cancelling an order: outside Σ of the orders. */
public record Credits(int lines, BigDecimal amount) {}
