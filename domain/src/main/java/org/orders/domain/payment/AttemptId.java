package org.orders.domain.payment;

import java.util.UUID;

/**
 * The id of one attempt to take a payment, and its key at the gateway: however often the attempt is
 * sent, the gateway takes the money at most once.
 */
public record AttemptId(UUID value) {}
