package org.orders.application.job;

import java.util.UUID;

/** Which job. */
public record JobId(UUID value) {}
