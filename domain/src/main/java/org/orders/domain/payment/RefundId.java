package org.orders.domain.payment;

import java.util.UUID;

/** The id of a refund, and its key at the gateway. */
public record RefundId(UUID value) {}
