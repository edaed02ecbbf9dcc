package org.orders.application.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;

/**
 * A line of the stock ledger.
 *
 * @param quantity signed pieces
 * @param balance the pieces that could be ordered after it
 */
public record Movement(
    Instant at, long quantity, String reason, @Nullable OrderId order, Actor actor, long balance) {}
