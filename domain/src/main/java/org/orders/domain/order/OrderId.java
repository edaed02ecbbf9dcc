package org.orders.domain.order;

import java.util.UUID;

/** An order's id. */
public record OrderId(UUID value) {}
