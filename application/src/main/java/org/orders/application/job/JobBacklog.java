package org.orders.application.job;

import java.time.Duration;

/**
 * What there is to do of one type.
 *
 * @param ready jobs that are due and wait
 * @param running jobs that workers have
 * @param dead jobs that were given up
 * @param oldestReady how long the oldest of those that wait has been due
 */
public record JobBacklog(JobType type, long ready, long running, long dead, Duration oldestReady) {}
