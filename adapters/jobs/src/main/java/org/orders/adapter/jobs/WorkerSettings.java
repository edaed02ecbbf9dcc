package org.orders.adapter.jobs;

import java.time.Duration;
import java.util.function.ToIntFunction;
import org.orders.application.job.JobType;

/**
 * How a worker works.
 *
 * @param lease how long a job stays a worker's that gives no sign of life
 * @param heartbeat how often a worker gives one, several times within a lease
 * @param lookEvery how often a worker looks for jobs that nobody told it of
 * @param grace how long jobs that run may go on when the service is asked to end
 * @param concurrency how many jobs of a type run at once
 */
public record WorkerSettings(
    Duration lease,
    Duration heartbeat,
    Duration lookEvery,
    Duration grace,
    ToIntFunction<JobType> concurrency) {

  public WorkerSettings {
    if (heartbeat.multipliedBy(2).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "a lease of " + lease + " does not survive one missed heartbeat of " + heartbeat);
    }
  }
}
