package org.orders.replay.plan;

import org.jspecify.annotations.Nullable;

/**
 * Who an invoice is for, and where it goes.
 *
 * @param customerId the known customer's, or null for a guest
 */
public record Buyer(@Nullable String customerId, Country country) {}
