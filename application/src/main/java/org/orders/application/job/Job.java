package org.orders.application.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as administrators see it.
 *
 * @param dueAt when it may be done; of the past where it runs or is dead
 * @param tries how often it was taken since it was asked for or retried
 * @param firstTriedAt when it was taken for the first time
 * @param reason why it was not done the last time
 * @param changedAt when it came into its state
 */
public record Job(
    JobId id,
    JobType type,
    String key,
    String payload,
    JobState state,
    Instant dueAt,
    int tries,
    @Nullable Instant firstTriedAt,
    @Nullable ReasonCode reason,
    Instant createdAt,
    Instant changedAt) {}
