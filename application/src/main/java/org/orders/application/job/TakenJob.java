package org.orders.application.job;

import java.time.Instant;

/**
 * A job in a worker's hands.
 *
 * @param tries how often it was taken since it was asked for or retried, this time included
 * @param firstTriedAt when it was taken for the first time ever
 */
public record TakenJob(
    Lease lease, JobType type, String key, String payload, int tries, Instant firstTriedAt) {}
