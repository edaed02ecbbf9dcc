package org.orders.application.access;

import java.util.UUID;

/** The id of one log-in and all the tokens that follow from it. */
public record SessionId(UUID value) {}
