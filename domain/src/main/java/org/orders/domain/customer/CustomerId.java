package org.orders.domain.customer;

import java.util.UUID;

/** A customer's id. */
public record CustomerId(UUID value) {}
