package org.orders.domain.access;

import java.util.UUID;

/** An administrator's id. */
public record UserId(UUID value) {}
