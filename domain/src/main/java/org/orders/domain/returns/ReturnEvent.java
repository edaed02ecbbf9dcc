package org.orders.domain.returns;

import java.time.Instant;

/**
 * Something that happened to a return and that its customer may hear of.
 *
 * @param became the state it came into
 */
public record ReturnEvent(Instant at, ReturnStatus became) {}
