package org.orders.application.job;

import java.util.List;
import java.util.random.RandomGenerator;
import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;

/**
 * All that can be done with jobs, put together from what it needs.
 *
 * @param chance spreads the times of retries
 */
public record JobUseCases(
    List<JobHandler> handlers,
    JobLeases leases,
    DeadJobs deadJobs,
    JobQueries queries,
    Idempotency idempotency,
    UnitOfWork work,
    RandomGenerator chance) {

  public JobUseCases {
    handlers = List.copyOf(handlers);
  }

  public RunJob runJob() {
    return new RunJobHandler(handlers, leases, work, chance);
  }

  public ReadJobs readJobs() {
    return new JobReader(queries);
  }

  public RetryJob retryJob() {
    return new RetryJobHandler(deadJobs, queries, idempotency, work);
  }
}
