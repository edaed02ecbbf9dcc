package org.orders.application.notification;

import java.time.Duration;

/**
 * What nobody has been told of yet.
 *
 * @param waiting messages that will be taken
 * @param parked messages that nobody could make sense of
 * @param oldest how long the oldest of those that wait has waited
 */
public record OutboxBacklog(long waiting, long parked, Duration oldest) {}
