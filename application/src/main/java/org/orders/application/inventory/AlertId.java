package org.orders.application.inventory;

import java.util.UUID;

/** Which alert. */
public record AlertId(UUID value) {}
