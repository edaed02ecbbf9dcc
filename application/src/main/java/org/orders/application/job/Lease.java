package org.orders.application.job;

/**
 * A worker's right to a job for a time.
 *
 * @param fence rises each time the job is taken, so that of all leases of a job one holds
 */
public record Lease(JobId job, long fence) {}
