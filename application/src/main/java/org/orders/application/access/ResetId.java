package org.orders.application.access;

import java.util.UUID;

/** Names the wish for another password. It is no secret; the token made of it is. */
public record ResetId(UUID value) {}
