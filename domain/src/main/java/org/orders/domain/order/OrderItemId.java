package org.orders.domain.order;

import java.util.UUID;

/** The id of one line of an order. */
public record OrderItemId(UUID value) {}
