package org.orders.domain.returns;

import java.util.UUID;

/** A return's id. */
public record ReturnId(UUID value) {}
